// What a script adds to the forms of joining and signing in. Without it they work all the same.

for (const button of document.querySelectorAll("[data-reveal]")) {
    const field = document.getElementById(button.dataset.reveal);
    button.hidden = false;
    button.addEventListener("click", () => {
        const shown = field.type === "text";
        field.type = shown ? "password" : "text";
        button.textContent = shown ? button.dataset.show : button.dataset.hide;
        field.focus();
    });
    // A password manager must meet a password.
    field.form.addEventListener("submit", () => { field.type = "password"; });
}

for (const field of document.querySelectorAll("[data-zone]")) {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

document.querySelector(".field.wrong :is(input, select)")?.focus();
