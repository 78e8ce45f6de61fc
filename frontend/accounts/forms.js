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
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
    if (field.tagName !== "SELECT") {
        field.value = zone;
    } else if (/^(?!Etc\/)\w+\//.test(zone)) {
        // A place by a newer or older name than the list has it. A clock without a place leaves what the house proposes.
        if (![...field.options].some((one) => one.value === zone)) {
            field.add(new Option(zone.replaceAll("_", " "), zone));
        }
        field.value = zone;
    }
}

/** How long a lost connection is left alone, in milliseconds. */
const AGAIN = 3000;

// A form that would be lost with the browser's page "no connection" asks first whether the house answers, and waits for it.
for (const form of document.querySelectorAll("form[data-waits]")) {
    const says = form.querySelector("[data-waits-says]");
    let asking = false;
    const send = async () => {
        if (asking) {
            return;
        }
        asking = true;
        for (let reached = false; !reached; ) {
            try {
                const answer = await fetch("/actuator/health/readiness", { cache: "no-store" });
                // So says a house whose database is away, or a proxy of a house that is.
                reached = ![502, 503, 504].includes(answer.status);
            } catch {
                // Asked again below.
            }
            says.hidden = reached;
            says.textContent = reached ? "" : says.dataset.waitsSays;
            if (!reached) {
                await new Promise((go) => {
                    addEventListener("online", go, { once: true });
                    setTimeout(go, AGAIN);
                });
            }
        }
        form.submit();
    };
    // Somebody comes back to the page as they left it.
    addEventListener("pageshow", () => { asking = false; });
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        send();
    });
}

document.querySelector(".field.wrong :is(input, select)")?.focus();
