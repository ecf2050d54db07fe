// Keys the server does not hear of: Escape closes the popup of the day wherever the focus was lost to, and its field is overwritten by typing.
document.addEventListener("keydown", event => {
    if (event.key === "Escape" && !event.target.closest?.(".asof-at")) document.querySelector(".asof[aria-expanded=true]")?.click();
});
document.addEventListener("focusin", event => {
    if (event.target.id === "asof-typed") event.target.select();
});
