// What the server does not hear of or would do too late.
document.addEventListener("keydown", event => { // Escape closes the popup of the day, wherever the focus was lost to
    if (event.key === "Escape" && !event.target.closest?.(".asof-at")) document.querySelector(".asof[aria-expanded=true]")?.click();
});
document.addEventListener("keydown", event => { // Ctrl+K searches, wherever one is
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    document.getElementById("search-open")?.click();
});
const showShortcuts = () => { const list = document.getElementById("shortcuts"); if (list) window.OrgManager.openDialog(list); };
document.addEventListener("keydown", event => { // ? lists the keys, unless it is being typed
    if (event.key !== "?" || event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.("input, textarea, select") || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    showShortcuts();
});
document.addEventListener("click", event => event.target.closest?.("#shortcuts-open") && showShortcuts());
const placeOf = cell => [...cell.parentElement.cells].slice(0, cell.cellIndex).reduce((place, before) => place + before.colSpan, 0);
const fieldAt = (row, place) => [...row.cells].find(cell => placeOf(cell) === place)?.querySelector(".cell-in");
document.addEventListener("keydown", event => { // in a table of figures Enter and the arrows go up and down a column, to its foot as well
    const cell = event.target.closest?.(".cell-in");
    if (event.key === "Enter" && event.ctrlKey) { event.preventDefault(); save(event.target.form); return; }
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!cell || !step) return;
    event.preventDefault();
    const place = placeOf(cell.closest("td")), rows = [...cell.closest("table").rows];
    let at = rows.indexOf(cell.closest("tr"));
    do at += step; while (rows[at] && !fieldAt(rows[at], place));
    if (rows[at]) fieldAt(rows[at], place).focus();
});
document.addEventListener("paste", event => { // several cells of a spreadsheet fill as many fields, to the right and down
    const cell = event.target.closest?.(".cell-in"), text = event.clipboardData?.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
    if (!cell || !/[\t\n]/.test(text ?? "")) return;
    event.preventDefault();
    let row = cell.closest("tr");
    const column = cell.closest("td").cellIndex;
    for (const line of text.split("\n")) {
        for (const [at, value] of line.split("\t").entries()) {
            const field = row?.cells[column + at]?.querySelector("input.cell-in");
            if (!field) continue;
            field.value = value.trim();
            for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
        }
        do row = row?.nextElementSibling; while (row && !row.cells[column]?.querySelector(".cell-in"));
    }
});
function save(form) { // what is typed counts only when its field is left
    const field = document.activeElement;
    field?.blur?.();
    field?.focus?.({ preventScroll: true });
    form?.requestSubmit();
}
document.addEventListener("keydown", event => { // Ctrl+S saves the dialog that is open, not the page
    const sheet = document.querySelector("dialog.sheet[open]");
    if (!sheet || event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (!event.repeat) save(sheet.querySelector("form"));
});
document.addEventListener("keydown", event => { // in a list of rows the arrows, j and k, Home and End go from link to link
    const steps = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, Home: -Infinity, End: Infinity };
    const here = event.target.closest?.("[data-row-keys] tbody tr"), step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || document.querySelector("dialog[open], :popover-open")) return;
    if (event.target.closest?.("input:not([type=checkbox]), textarea, select") || (!here && !/^[jk]$/.test(event.key))) return;
    const of = here && event.target.matches("input") ? ".chk" : ".title a"; // from box to box, or from link to link
    const stops = [...(here?.closest("table") ?? document.querySelector("main [data-row-keys]"))?.querySelectorAll(`tbody tr ${of}`) ?? []];
    if (!stops.length) return;
    event.preventDefault();
    const at = here ? stops.indexOf(here.querySelector(of)) : step > 0 ? -1 : stops.length;
    stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
});
document.addEventListener("focusin", event => { // typing replaces the day in its field
    if (event.target.id === "asof-typed" || event.target.matches?.(".cell-in")) event.target.select?.();
});
document.addEventListener("click", event => { // a link in a popup leads on and closes it
    if (event.target.closest?.("a")) event.target.closest("[popover]")?.hidePopover();
});
document.addEventListener("click", event => { // another page of a list is read from its top
    event.target.closest?.(".pages a")?.closest(".card").scrollIntoView();
});
// Coming back, one is where one left: at the same height, on the link that was followed.
const heading = () => document.querySelector("main h1")?.textContent;
const linksTo = address => [...document.querySelectorAll("main a[href]")].filter(link => link.getAttribute("href") === address);
const leave = link => sessionStorage.setItem(`left:${location.href}`, JSON.stringify({ at: scrollY, heading: heading(), link }));
let followed; // a link followed before the page is live unloads it as well
document.addEventListener("click", event => {
    const link = event.target.closest?.("main a[href]"), to = link?.getAttribute("href");
    if (link) leave(followed = { from: location.href, to, nth: linksTo(to).indexOf(link) });
}, true);
window.addEventListener("pagehide", () => leave(followed?.from === location.href ? followed : null));
let coming;
window.addEventListener("popstate", comeBack);
if (["reload", "back_forward"].includes(performance.getEntriesByType("navigation")[0]?.type)) comeBack();

function comeBack() {
    coming?.abort();
    const left = JSON.parse(sessionStorage.getItem(`left:${location.href}`));
    if (!left) return;
    let until = performance.now() + 30_000, there = false;
    const acts = coming = new AbortController(); // whoever scrolls or types meanwhile goes where they like
    for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) window.addEventListener(kind, () => acts.abort(), { signal: acts.signal, passive: true });
    const shown = () => heading() === left.heading && !document.querySelector("main .skel");
    const look = () => {
        if (acts.signal.aborted) return;
        if (performance.now() > until) return acts.abort();
        if (shown()) {
            if (!there) [there, until] = [true, performance.now() + 5_000]; // the page may be drawn again
            stay(left);
        }
        requestAnimationFrame(look);
    };
    document.addEventListener("focusin", () => shown() && stay(left), { signal: acts.signal }); // a new page moves the focus to its heading, and so to the top
    look();
}
function stay(left) {
    const link = left.link && linksTo(left.link.to)[left.link.nth];
    if (link && document.activeElement !== link) link.focus({ preventScroll: true });
    if (Math.abs(scrollY - left.at) > 1) scrollTo({ top: left.at, behavior: "instant" });
}
// What was typed into a dialog is not lost by one key: it asks first, Escape once more lets it go.
const typedInto = new WeakSet();
for (const kind of ["input", "change"]) document.addEventListener(kind, event => { const sheet = event.target.closest?.("dialog.sheet"); if (sheet) typedInto.add(sheet); });
function asks(dialog) {
    const question = dialog.querySelector(":scope .drop");
    if (!typedInto.has(dialog) || !question?.hidden) return false;
    question.hidden = false;
    question.querySelector("[data-stay]").focus();
    return true;
}
window.addEventListener("cancel", event => event.target.matches?.("dialog.sheet") && asks(event.target) && event.preventDefault(), true);
document.addEventListener("click", event => {
    const question = event.target.closest?.(".drop");
    if (event.target.closest?.("[data-stay]")) { question.hidden = true; question.closest("form").querySelector("[autofocus], input, select")?.focus(); }
    if (event.target.closest?.("[data-drop]")) question.closest("dialog").close();
});
function focusWhenThere(dialog) { // its first field may come only when what it shows has been read
    const first = () => dialog.querySelector("[autofocus]");
    if (first()) return;
    const comes = new MutationObserver(() => {
        if (!first()) return;
        comes.disconnect();
        if (!dialog.contains(document.activeElement) || document.activeElement.closest("header")) first().focus();
    });
    comes.observe(dialog, { childList: true, subtree: true });
    dialog.addEventListener("close", () => comes.disconnect(), { once: true });
}
const takenAway = new WeakSet();
window.addEventListener("close", event => { // of a dialog that its page has taken away nobody listens any more
    if (takenAway.has(event.target)) event.stopPropagation();
}, true);
window.OrgManager = { // a dialog of the browser keeps the focus in and gives it back
    openDialog: dialog => { if (!dialog.open) { dialog.showModal(); focusWhenThere(dialog); } },
    leaveDialog: dialog => dialog?.open && (asks(dialog) || dialog.close()),
    closeDialog: dialog => dialog?.open && dialog.close(),
    focusCalendar: pop => (pop?.querySelector("td[tabindex='0']") ?? pop?.querySelector("button"))?.focus(),
    hidePopover: pop => pop?.hidePopover?.(),
    takeDialogAway: dialog => { if (dialog?.open) { takenAway.add(dialog); dialog.close(); } }
};
