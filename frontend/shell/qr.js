// A code that a phone's camera reads.

/** <kvartal-qr>: draws a code. show(rows, words): a string of 0 and 1 per row, and what it leads to. */
customElements.define('kvartal-qr', class extends HTMLElement {
    show(rows, words) {
        const space = 'http://www.w3.org/2000/svg';
        const quiet = 4;
        const side = rows.length + 2 * quiet;
        const svg = document.createElementNS(space, 'svg');
        svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
        svg.setAttribute('role', 'img');
        svg.setAttribute('aria-label', words);
        const path = document.createElementNS(space, 'path');
        let drawn = '';
        rows.forEach((row, y) => [...row].forEach((module, x) => {
            if (module === '1') {
                drawn += `M${x + quiet} ${y + quiet}h1v1h-1z`;
            }
        }));
        path.setAttribute('d', drawn);
        svg.append(path);
        this.replaceChildren(svg);
    }
});
