// Zoom, keys and paper of the chart; what it shows comes from the server.
let zoom = null, held, sought;
const charts = () => document.querySelector("[data-charts]");
const boxes = () => [...charts()?.querySelectorAll(".chartbox") ?? []];
const natural = box => parseFloat(box.querySelector("svg")?.getAttribute("width") ?? "1");
const clamp = value => Math.min(2.5, Math.max(0.2, value));
const fit = box => Math.min(1, (box.clientWidth - 20) / natural(box));
const apply = () => zoom && boxes().forEach(box => { box.style.setProperty("--zoom", zoom); box.dataset.zoomed = ""; });
const now = box => box.querySelector("svg").getBoundingClientRect().width / natural(box);

export function begin() {
    apply();
    if (charts()?.dataset.live) return;
    const all = charts();
    if (!all) return document.querySelector(".chart-page") && setTimeout(begin, 100); // what it is drawn from is still being read
    all.dataset.live = "true";
    new MutationObserver(() => { apply(); keepFocus(); seek(); }).observe(all, { childList: true, subtree: true, characterData: true, attributeFilter: ["data-first"] });
    seek();
}
document.addEventListener("click", event => {
    const how = event.target.closest?.("[data-zoom]")?.dataset.zoom, paper = event.target.closest?.("[data-print]")?.dataset.print;
    if (how && charts()) {
        zoom = how === "fit" ? Math.min(...boxes().map(fit)) : clamp(now(boxes()[0]) * (how === "in" ? 1.25 : 0.8));
        apply();
    }
    if (paper && charts()) print(paper);
    held = event.target.closest?.("[data-toggle]")?.dataset.toggle ?? held;
});
function print(paper) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${paper} landscape; margin: 8mm; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    window.print();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet);
}
function keepFocus() { // the drawing is a new one, the place in it the same
    if (!held || charts().contains(document.activeElement)) return;
    const code = CSS.escape(held);
    charts().querySelector(`[data-toggle="${code}"], [data-code="${code}"]`)?.focus({ preventScroll: true });
    held = null;
}
function seek() { // what was sought stands in the middle
    const first = charts().dataset.first;
    if (first === sought) return;
    sought = first;
    if (first) charts().querySelector(`a[data-code="${CSS.escape(first)}"]`)?.scrollIntoView({ block: "center", inline: "center" });
}
document.addEventListener("keydown", event => {
    const here = event.target.closest?.("[data-charts] a.box"), box = event.target.closest?.(".chartbox");
    if (!box || event.ctrlKey || event.altKey || event.metaKey) return;
    const links = [...box.querySelectorAll("a.box")];
    if (!here) {
        if (event.target === box && event.key === "Enter") links[0]?.focus();
        return;
    }
    const { code, parent } = here.dataset, alike = links.filter(link => link.dataset.parent === parent);
    const to = {
        ArrowDown: () => links.find(link => link.dataset.parent === code), ArrowUp: () => links.find(link => link.dataset.code === parent),
        ArrowLeft: () => alike[alike.indexOf(here) - 1], ArrowRight: () => alike[alike.indexOf(here) + 1], Home: () => links[0], End: () => links.at(-1),
    }[event.key];
    if (to) {
        event.preventDefault();
        const next = to();
        next?.focus({ preventScroll: true });
        next?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    if (event.key === "+" || event.key === "-") {
        event.preventDefault();
        const toggle = charts().querySelector(`[data-toggle="${CSS.escape(code)}"]`);
        if (!toggle) return;
        held = code;
        toggle.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
    }
});
