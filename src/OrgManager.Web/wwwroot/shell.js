// What the server does not hear of or would do too late.
document.addEventListener("keydown", event => { // Escape closes the popup of the day, wherever the focus was lost to
    if (event.key === "Escape" && !event.target.closest?.(".asof-at")) document.querySelector(".asof[aria-expanded=true]")?.click();
});
document.addEventListener("focusin", event => { // typing replaces the day in its field
    if (event.target.id === "asof-typed") event.target.select();
});
document.addEventListener("click", event => { // a link in a popup leads on and closes it
    if (event.target.closest?.("a")) event.target.closest("[popover]")?.hidePopover();
});
document.addEventListener("click", event => { // another page of a list is read from its top
    event.target.closest?.(".pages a")?.closest(".card").scrollIntoView();
});
window.OrgManager = { // a dialog of the browser keeps the focus in and gives it back
    openDialog: dialog => { if (!dialog.open) dialog.showModal(); },
    closeDialog: dialog => dialog?.open && dialog.close()
};
