// The ground of the house's maps: land, borders and the names of places, in the colours of the page. No tile comes from anywhere.

import '/webjars/leaflet/1.9.4/dist/leaflet.js';

const L = window.L;

const OUTLINES = '/alliance/outlines.json';
const WORLD = L.latLngBounds([-62, -190], [84, 190]);

const stillness = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Waits until an element has room: a map that begins without any would not know what it shows. */
function roomy(element) {
    return new Promise(resolve => {
        const observer = new ResizeObserver(() => {
            if (element.clientWidth > 0 && element.clientHeight > 0) {
                observer.disconnect();
                resolve();
            }
        });
        observer.observe(element);
    });
}

/** A map that fills its element, once that is on the screen; its data attributes hold the words. */
export async function ground(element) {
    await roomy(element);
    const words = element.dataset;
    const canvas = document.createElement('div');
    canvas.className = 'map-canvas';
    element.append(canvas);
    const map = L.map(canvas, {
        attributionControl: false,
        zoomControl: false,
        minZoom: 2,
        maxZoom: 12,
        zoomSnap: 0.25,
        maxBounds: WORLD,
        maxBoundsViscosity: 0.8,
        zoomAnimation: !stillness,
        fadeAnimation: false,
        markerZoomAnimation: !stillness,
        worldCopyJump: false,
    });
    L.control.zoom({ position: 'topright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    L.control.attribution({ prefix: false, position: 'bottomright' }).addAttribution(words.source).addTo(map);
    map.createPane('names').classList.add('map-names');
    const outlines = await (await fetch(OUTLINES)).json();
    for (const feature of outlines.features) {
        L.geoJSON(feature, { interactive: false, style: { className: feature.properties.part, smoothFactor: 1.2 } }).addTo(map);
    }
    return map;
}

/** Shows all of the points, close enough to tell them apart and far enough to know where they are. */
export function fit(map, points) {
    if (points.length === 0) {
        map.setView([48, 32], 4, { animate: false });
    } else {
        map.fitBounds(L.latLngBounds(points), { padding: [48, 48], maxZoom: 7, animate: false });
    }
}

/**
 * Names of places, the most used first, each beside its mark; one that finds no room waits for a closer look.
 *
 * @param places each with name and at
 * @param marks what is drawn already: where each is (in pixels of its layer) and its radius
 */
export function names(map, layer, places, marks) {
    layer.clearLayers();
    const taken = [];
    const view = map.getBounds().pad(0.1);
    const from = map.containerPointToLayerPoint([0, 0]).x;
    const to = from + map.getSize().x;
    for (const place of places) {
        const at = L.latLng(place.at);
        if (!view.contains(at)) {
            continue;
        }
        const point = map.latLngToLayerPoint(at);
        const mark = marks.find(one => point.distanceTo(one.point) <= one.radius + 4) ?? { point, radius: 4 };
        const spot = sides(mark, place.name.length * 7.2 + 6)
            .find(box => box.left >= from && box.right <= to && !taken.some(other => meet(box, other)) && !marks.some(one => touches(box, one)));
        if (spot) {
            taken.push(spot);
            const name = document.createElement('span');
            name.textContent = place.name;
            layer.addLayer(L.marker(map.layerPointToLatLng([spot.left, spot.top]), {
                pane: 'names',
                interactive: false,
                keyboard: false,
                icon: L.divIcon({ className: `map-name ${spot.side}`, html: name, iconSize: [spot.right - spot.left, HIGH], iconAnchor: [0, 0] }),
            }));
        }
    }
}

/** How high a name is, in pixels. */
const HIGH = 18;

/** Where a name may stand: below, above, right or left of its mark. */
function sides({ point, radius }, wide) {
    const box = (side, left, top) => ({ side, left, top, right: left + wide, bottom: top + HIGH });
    return [
        box('below', point.x - wide / 2, point.y + radius + 1),
        box('above', point.x - wide / 2, point.y - radius - HIGH - 1),
        box('right', point.x + radius + 4, point.y - HIGH / 2),
        box('left', point.x - radius - 4 - wide, point.y - HIGH / 2),
    ];
}

const meet = (one, other) => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

function touches(box, { point, radius }) {
    const x = Math.max(box.left, Math.min(point.x, box.right));
    const y = Math.max(box.top, Math.min(point.y, box.bottom));
    return (point.x - x) ** 2 + (point.y - y) ** 2 < radius ** 2;
}

/** What a mark says when it is looked at: a name, and what it is. */
export function said(properties) {
    const text = document.createElement('span');
    const name = document.createElement('b');
    name.textContent = properties.name;
    name.lang = properties.lang;
    text.append(name, document.createElement('br'), properties.kind);
    return text;
}

/** Says in place of the map that it could not be loaded. */
export function failed(element) {
    element.querySelector('.map-canvas')?.remove();
    const text = document.createElement('p');
    text.className = 'map-failed';
    text.textContent = element.dataset.failed;
    element.append(text);
}

export { L };
