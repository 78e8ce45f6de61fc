// Partnerships as lines between those who made them.

import { failed, fit, ground, L, names, said } from './ground.js';

const element = document.getElementById('map');

/** How far a line bends away from the straight one, as a share of its length. */
const BEND = 0.18;
const STEPS = 24;

/** A quiet arc, so that lines between the same regions can be told apart. */
function arc(map, from, to) {
    const one = map.project(from, 0);
    const other = map.project(to, 0);
    const middle = one.add(other).divideBy(2);
    const bent = L.point(middle.x + (other.y - one.y) * BEND, middle.y - (other.x - one.x) * BEND);
    return Array.from({ length: STEPS + 1 }, (_, step) => {
        const t = step / STEPS;
        const point = one.multiplyBy((1 - t) ** 2).add(bent.multiplyBy(2 * t * (1 - t))).add(other.multiplyBy(t ** 2));
        return map.unproject(point, 0);
    });
}

async function start() {
    const map = await ground(element);
    const data = await (await fetch(element.dataset.points)).json();
    const position = coordinates => L.latLng(coordinates[1], coordinates[0]);
    const ends = data.features.filter(feature => feature.geometry.type === 'Point');
    fit(map, ends.map(end => position(end.geometry.coordinates)));
    const lines = new Map();
    for (const feature of data.features.filter(one => one.geometry.type === 'LineString')) {
        const [from, to] = feature.geometry.coordinates.map(position);
        const line = L.polyline(arc(map, from, to), {
            className: feature.properties.ended ? 'arc ended' : 'arc',
            interactive: false,
            smoothFactor: 0.5,
        }).addTo(map);
        lines.set(feature.properties.id, line);
    }
    for (const end of ends) {
        L.marker(position(end.geometry.coordinates), {
            keyboard: false,
            riseOnHover: true,
            icon: L.divIcon({ className: 'spot', html: document.createElement('span'), iconSize: [13, 13] }),
        })
            .bindTooltip(said(end.properties), { direction: 'top', offset: [0, -6] })
            .on('click', () => { location.href = element.dataset.entries + end.properties.slug; })
            .addTo(map);
    }
    const labels = L.layerGroup().addTo(map);
    const label = () => names(
        map,
        labels,
        ends.map(end => ({ name: end.properties.name, at: position(end.geometry.coordinates) })),
        ends.map(end => ({ point: map.latLngToLayerPoint(position(end.geometry.coordinates)), radius: 7 })),
    );
    map.on('moveend', label);
    label();
    for (const row of document.querySelectorAll('.partner[data-id]')) {
        const look = on => {
            const path = lines.get(row.dataset.id)?.getElement();
            path?.classList.toggle('seen', on);
        };
        row.addEventListener('pointerenter', () => look(true));
        row.addEventListener('pointerleave', () => look(false));
        row.addEventListener('focusin', () => look(true));
        row.addEventListener('focusout', () => look(false));
    }
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(element);
}

start().catch(() => failed(element));
