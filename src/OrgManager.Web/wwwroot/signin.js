// Choosing an account of the sample fills in its name and the password they share.
document.addEventListener("click", event => {
    const chosen = event.target.closest("[data-user]");
    if (!chosen) return;
    event.preventDefault();
    document.getElementById("user").value = chosen.dataset.user;
    document.getElementById("password").value = chosen.dataset.password;
    document.querySelector("form button.primary").focus();
});
