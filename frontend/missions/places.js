// Places that missions have reached, and those that are planned.

import { failed, fit, ground, L, names, said } from '../alliance/ground.js';

const element = document.getElementById('map');

async function start() {
    const map = await ground(element);
    const data = await (await fetch(element.dataset.points)).json();
    const position = place => L.latLng(place.geometry.coordinates[1], place.geometry.coordinates[0]);
    fit(map, data.features.map(position));
    for (const place of data.features) {
        L.marker(position(place), {
            keyboard: false,
            riseOnHover: true,
            icon: L.divIcon({
                className: place.properties.planned ? 'spot planned' : 'spot',
                html: document.createElement('span'),
                iconSize: [15, 15],
            }),
        })
            .bindTooltip(said(place.properties), { direction: 'top', offset: [0, -6] })
            .on('click', () => { location.href = element.dataset.entries + place.properties.slug; })
            .addTo(map);
    }
    const labels = L.layerGroup().addTo(map);
    const label = () => names(
        map,
        labels,
        data.features.map(place => ({ name: place.properties.name, at: position(place) })),
        data.features.map(place => ({ point: map.latLngToLayerPoint(position(place)), radius: 8 })),
    );
    map.on('moveend', label);
    label();
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(element);
}

start().catch(() => failed(element));
