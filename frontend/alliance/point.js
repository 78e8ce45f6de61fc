// A map on which a point is chosen: press where it is, or move the map below the cross and take that point.

import { failed, ground, L, names } from './ground.js';

/** Close enough to see where in a country, far enough to know which. */
const NEAR = 8;

const read = text => {
    const degrees = String(text ?? '').split(',').map(Number);
    return degrees.length === 2 && degrees.every(Number.isFinite) && text !== '' ? L.latLng(degrees[0], degrees[1]) : null;
};

class PointMap extends HTMLElement {

    #map;
    #mark;
    #point = '';
    #middle = '';

    set point(text) {
        this.#point = text;
        this.#show();
    }

    set middle(text) {
        this.#middle = text;
        this.#show();
    }

    async connectedCallback() {
        if (this.#map) {
            return;
        }
        try {
            this.#map = await ground(this);
        } catch {
            failed(this);
            return;
        }
        const canvas = this.querySelector('.map-canvas');
        canvas.setAttribute('role', 'application');
        canvas.setAttribute('aria-label', this.dataset.label);
        const cross = document.createElement('span');
        cross.className = 'cross';
        cross.setAttribute('aria-hidden', 'true');
        const choose = document.createElement('button');
        choose.type = 'button';
        choose.className = 'button choose';
        choose.textContent = this.dataset.choose;
        choose.addEventListener('click', () => this.#pick(this.#map.getCenter()));
        this.append(cross, choose);
        this.#map.on('click', event => this.#pick(event.latlng));
        const labels = L.layerGroup().addTo(this.#map);
        const places = JSON.parse(this.dataset.places);
        this.#map.on('moveend', () => names(this.#map, labels, places, []));
        this.#show(true);
        new ResizeObserver(() => this.#map.invalidateSize({ pan: false })).observe(this);
    }

    #pick(at) {
        const place = at.wrap();
        this.#draw(place);
        this.$server.pick(place.lat, place.lng);
        // As a field says it: what was chosen is kept like what was typed.
        this.dispatchEvent(new Event('change', { bubbles: true }));
    }

    #draw(at) {
        this.#mark?.remove();
        if (at) {
            const face = document.createElement('span');
            this.#mark = L.marker(at, { keyboard: false, interactive: false, icon: L.divIcon({ className: 'spot', html: face, iconSize: [18, 18] }) }).addTo(this.#map);
        }
    }

    #show(first = false) {
        if (!this.#map) {
            return;
        }
        const point = read(this.#point);
        const middle = point ?? read(this.#middle);
        this.#draw(point);
        if (middle && (first || !this.#map.getBounds().contains(middle))) {
            this.#map.setView(middle, NEAR, { animate: false });
        } else if (first) {
            this.#map.setView([48, 32], 4, { animate: false });
        }
    }
}

customElements.define('kvartal-point-map', PointMap);
