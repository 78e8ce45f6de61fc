// The directory's map beside its list: it shows the same entries, and the list follows where the map goes.

import { failed, fit, ground, L, names, said } from './ground.js';

const element = document.getElementById('map');

/** Marks nearer than this, in pixels, become one. */
const NEAR = 36;

/** What a press on a mark lists at the most. */
const LISTED = 12;

/** How long the map must rest before the list is asked for, in milliseconds. */
const REST = 250;

const entries = element.dataset.entries;

/** In a page of somebody else every link leads out of it. */
const outside = element.dataset.outside !== undefined;
const spots = new Map();
let map;
let marks;
let labels;
let places = [];
let points = [];
/** Whether the filter lets through more than the map gets one by one: then each part of the map is asked for by itself. */
let crowded = false;
let bySelf = true;
let rests = 0;
let loads = 0;
let asked = 0;

const filter = () => {
    const query = new URLSearchParams(location.search);
    query.delete('after');
    return query;
};

const everywhere = () => {
    const query = filter();
    query.delete('box');
    return query;
};

const box = () => {
    const view = map.getBounds();
    const digits = map.getZoom() > 7 ? 3 : 2;
    return [Math.max(-90, view.getSouth()), Math.max(-180, view.getWest()), Math.min(90, view.getNorth()), Math.min(180, view.getEast())]
        .map(degrees => Number(degrees.toFixed(digits)))
        .join(',');
};

/** Takes the points of the whole filter, or those that the map shows now; of answers that cross on the way only the newest counts. */
async function load(part) {
    const query = everywhere();
    if (part) {
        query.set('zoom', Math.floor(map.getZoom()));
        query.set('box', box());
    }
    const turn = ++loads;
    const answer = await fetch(`${element.dataset.points}?${query}`);
    if (!answer.ok) {
        throw new Error(`the points came with ${answer.status}`);
    }
    const data = await answer.json();
    if (turn !== loads) {
        return data;
    }
    points = data.features.map(feature => ({
        at: L.latLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]),
        number: feature.properties.number ?? 1,
        properties: feature.properties,
    }));
    return data;
}

/** Neighbours as one mark: a mark that would touch one that is drawn already joins it. */
function grouped() {
    const groups = [];
    const cells = new Map();
    for (const point of points) {
        const place = map.project(point.at);
        const column = Math.floor(place.x / NEAR);
        const row = Math.floor(place.y / NEAR);
        let home;
        for (let x = column - 1; x <= column + 1 && !home; x++) {
            for (let y = row - 1; y <= row + 1 && !home; y++) {
                home = cells.get(`${x}:${y}`)?.find(group => place.distanceTo(group.place) < NEAR);
            }
        }
        if (home) {
            home.points.push(point);
            home.number += point.number;
        } else {
            const group = { place, points: [point], number: point.number };
            groups.push(group);
            const cell = `${column}:${row}`;
            cells.set(cell, [...cells.get(cell) ?? [], group]);
        }
    }
    return apart(groups);
}

/** Large marks that would still lie on each other become one. */
function apart(groups) {
    const kept = [];
    for (const group of groups.sort((one, other) => other.number - one.number)) {
        const home = kept.find(other => group.place.distanceTo(other.place) < (side(group.number) + side(other.number)) / 2);
        if (home) {
            home.points.push(...group.points);
            home.number += group.number;
        } else {
            kept.push(group);
        }
    }
    return kept;
}

const side = number => number === 1 ? 16 : Math.round(Math.min(48, 20 + 4 * Math.sqrt(number)));

function draw() {
    marks.clearLayers();
    spots.clear();
    const drawn = [];
    for (const group of grouped()) {
        const face = document.createElement('span');
        face.textContent = group.number === 1 ? '' : group.number;
        const at = group.number === 1 ? group.points[0].at : map.unproject(group.place);
        const size = side(group.number);
        drawn.push({ point: map.latLngToLayerPoint(at), radius: size / 2 });
        const mark = L.marker(at, {
            keyboard: false,
            riseOnHover: true,
            zIndexOffset: -group.number,
            icon: L.divIcon({ className: group.number === 1 ? 'spot' : 'spot many', html: face, iconSize: [size, size] }),
        });
        if (group.number === 1) {
            mark.bindTooltip(said(group.points[0].properties), { direction: 'top', offset: [0, -6] });
            mark.on('click', () => go(group.points[0].properties.slug));
        } else {
            mark.on('click', () => open(group, mark));
        }
        group.points.forEach(point => point.properties.slug && spots.set(point.properties.slug, mark));
        marks.addLayer(mark);
    }
    names(map, labels, places, drawn);
}

function go(slug) {
    if (outside) {
        window.open(entries + slug, '_blank', 'noopener');
    } else {
        location.href = entries + slug;
    }
}

/** Goes closer where that parts the neighbours, else lists them. */
function open(group, mark) {
    const bounds = L.latLngBounds(group.points.map(point => point.at));
    const parts = bounds.getSouthWest().distanceTo(bounds.getNorthEast()) > 800 || group.points.some(point => point.number > 1);
    if (parts && map.getZoom() < map.getMaxZoom()) {
        const zoom = group.points.some(point => point.number > 1) ? map.getZoom() + 2 : Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds.pad(0.2)));
        map.setView(bounds.getCenter(), Math.min(zoom, map.getMaxZoom()));
        return;
    }
    const list = document.createElement('ul');
    list.className = 'map-list';
    for (const { properties } of group.points.slice(0, LISTED)) {
        const link = document.createElement('a');
        link.href = entries + properties.slug;
        link.lang = properties.lang;
        link.textContent = properties.name;
        if (outside) {
            link.target = '_blank';
            link.rel = 'noopener';
        }
        const item = document.createElement('li');
        item.append(link, ` ${properties.kind}`);
        list.append(item);
    }
    if (group.points.length > LISTED) {
        const item = document.createElement('li');
        item.textContent = `… ${group.points.length - LISTED}`;
        list.append(item);
    }
    mark.unbindPopup().bindPopup(list, { maxHeight: 260, minWidth: 200 }).openPopup();
}

/** The list for what the map shows now: the same page, asked for with the box in its address. */
async function follow() {
    const query = filter();
    query.set('box', box());
    const turn = ++asked;
    const address = `${location.pathname}?${query}`;
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok) {
        throw new Error(`the list came with ${answer.status}`);
    }
    if (turn !== asked) {
        return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const unfolded = document.querySelector('.directory-embed')?.open;
    document.getElementById('directory-found').replaceWith(page.getElementById('directory-found'));
    const embed = document.querySelector('.directory-embed');
    if (embed && unfolded) {
        embed.open = true;
    }
    const kept = document.querySelector('.directory-search input[name="box"]');
    const fresh = page.querySelector('.directory-search input[name="box"]');
    if (kept) {
        kept.value = fresh.value;
    } else if (fresh) {
        document.querySelector('.directory-search').append(fresh);
    }
    for (const link of document.querySelectorAll('.languages a')) {
        link.href = page.querySelector(`.languages a[hreflang="${link.hreflang}"]`)?.getAttribute('href') ?? link.href;
    }
    history.replaceState(null, '', address + location.hash);
    listen();
}

/** A row that is looked at shows where it is. */
function listen() {
    for (const row of document.querySelectorAll('.entry-row[data-slug]')) {
        const look = on => {
            const mark = spots.get(row.dataset.slug)?.getElement();
            mark?.classList.toggle('seen', on);
        };
        row.addEventListener('pointerenter', () => look(true));
        row.addEventListener('pointerleave', () => look(false));
        row.addEventListener('focusin', () => look(true));
        row.addEventListener('focusout', () => look(false));
    }
}

/** Draws what the map shows where it rests, and lets the list follow. What did not come stays as it was, and the map says so. */
async function rest(listToo) {
    const turn = ++rests;
    const shown = (crowded ? load(true) : Promise.resolve()).finally(draw);
    const all = await Promise.allSettled([shown, listToo ? follow() : null]);
    if (turn === rests) {
        behind(all.some(one => one.status === 'rejected'));
    }
}

function behind(is) {
    element.querySelector('.map-behind')?.remove();
    if (is) {
        const text = document.createElement('p');
        text.className = 'map-behind';
        text.setAttribute('role', 'status');
        text.textContent = element.dataset.behind;
        element.append(text);
    }
}

function choice() {
    const control = L.control({ position: 'topleft' });
    control.onAdd = () => {
        const box = document.createElement('label');
        box.className = 'map-follow';
        const tick = document.createElement('input');
        tick.type = 'checkbox';
        tick.checked = true;
        tick.addEventListener('change', () => {
            if (tick.checked) {
                rest(true);
            }
        });
        box.append(tick, element.dataset.follow);
        L.DomEvent.disableClickPropagation(box);
        return box;
    };
    control.addTo(map);
    return () => control.getContainer().querySelector('input').checked;
}

async function start() {
    map = await ground(element);
    labels = L.layerGroup().addTo(map);
    marks = L.layerGroup().addTo(map);
    const given = new URLSearchParams(location.search).get('box')?.split(',').map(Number);
    const data = await load(false);
    crowded = data.clustered;
    if (given?.length === 4 && given.every(Number.isFinite)) {
        map.fitBounds([[given[0], given[1]], [given[2], given[3]]], { animate: false });
    } else {
        fit(map, points.map(point => point.at));
    }
    if (crowded) {
        await load(true);
    }
    places = data.places.map(place => ({ name: place.name, at: [place.latitude, place.longitude] }));
    draw();
    const follows = choice();
    let timer;
    map.on('moveend', () => {
        clearTimeout(timer);
        const listToo = !bySelf && follows();
        bySelf = false;
        timer = setTimeout(() => rest(listToo), REST);
    });
    bySelf = false;
    new ResizeObserver(() => {
        bySelf = true;
        map.invalidateSize({ pan: false });
        bySelf = false;
    }).observe(element);
    listen();
}

/** Copies lines that somebody wants to take along; without the right to, they are chosen, to be copied by hand. */
document.documentElement.classList.add('scripted');
document.addEventListener('click', async event => {
    const button = event.target.closest?.('[data-copy]');
    if (!button) {
        return;
    }
    const lines = document.getElementById(button.dataset.copy);
    lines.select();
    try {
        await navigator.clipboard.writeText(lines.value);
        button.parentElement.querySelector('[role="status"]').textContent = button.dataset.copied;
    } catch {
        lines.focus();
    }
});

/** An open choice closes when one turns away from it. */
document.addEventListener('click', event => {
    for (const open of document.querySelectorAll('.facet[open]')) {
        if (!open.contains(event.target)) {
            open.open = false;
        }
    }
});
document.addEventListener('keydown', event => {
    const open = event.key === 'Escape' && document.querySelector('.facet[open]');
    if (open) {
        open.open = false;
        open.querySelector('summary').focus();
    }
});

start().catch(() => failed(element));
