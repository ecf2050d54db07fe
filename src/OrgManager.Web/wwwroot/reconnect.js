// Shows what happens to the connection, and tries again when asked or when the page comes back into view.
const modal = document.getElementById("components-reconnect-modal");

modal.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
    if (state === "show") modal.showModal();
    else if (state === "hide") modal.close();
    else if (state === "failed") document.addEventListener("visibilitychange", retryInView);
    else if (state === "rejected") location.reload();
});
modal.addEventListener("cancel", event => event.preventDefault());
document.getElementById("reconnect-retry").addEventListener("click", retry);
document.getElementById("reconnect-resume").addEventListener("click", resume);
document.getElementById("reconnect-reload").addEventListener("click", () => location.reload());

async function retry() {
    document.removeEventListener("visibilitychange", retryInView);
    try {
        if (await Blazor.reconnect()) return; // else the server answers, but has forgotten this page
        if (await Blazor.resumeCircuit()) modal.close();
        else location.reload();
    } catch {
        document.addEventListener("visibilitychange", retryInView);
    }
}

async function resume() {
    try {
        if (!await Blazor.resumeCircuit()) location.reload();
    } catch {
        modal.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
    }
}

async function retryInView() {
    if (document.visibilityState === "visible") await retry();
}
