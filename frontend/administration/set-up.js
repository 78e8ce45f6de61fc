// What is chosen on the page that sets a house up is meant: its box is ticked with it. What is unticked is not chosen any more.

const own = document.getElementById("own");
const colour = document.getElementById("accent");
colour.addEventListener("input", () => { own.checked = true; });
own.addEventListener("change", () => {
    if (!own.checked) {
        colour.value = colour.dataset.proposed;
    }
});

// The settings of the program may name the languages; then nothing of them is asked.
const first = document.getElementById("first");
if (first) {
    const boxes = [...document.querySelectorAll("input[name=languages]")];
    first.addEventListener("change", () => {
        boxes.find((box) => box.value === first.value).checked = true;
    });
    for (const box of boxes) {
        box.addEventListener("change", () => {
            const left = boxes.filter((one) => one.checked);
            if (left.length > 0 && !left.some((one) => one.value === first.value)) {
                first.value = left[0].value;
            }
        });
    }
}
