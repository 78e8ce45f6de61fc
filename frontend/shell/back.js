/** Whether the page was come to by Back or Forward, within the workspace or from a page outside it. */
let back = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
window.addEventListener('popstate', () => {
    back = true;
});
// Whoever follows a link to a list begins at its top.
document.addEventListener('click', () => {
    back = false;
}, true);

/** Tells it once to each page: what is opened next was not come back to. */
export function cameBack() {
    const told = back;
    back = false;
    return told;
}
