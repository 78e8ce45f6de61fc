// Makes frontend/alliance/outlines.json, the land and the borders of the directory's map, from Natural Earth at 1:50 m. Run once, by hand:
//
//     npm install world-atlas@2.0.2 topojson-client@3.1.0 topojson-simplify@3.0.3
//     node outlines.mjs > ../../../frontend/alliance/outlines.json
//
// Europe and its neighbours keep sixteen times the detail of the rest; islands too small to be seen and Antarctica are left out.

import { readFileSync } from 'node:fs';
import { merge, mesh } from 'topojson-client';
import { filter, filterWeight, planarRingArea, planarTriangleArea, presimplify, simplify } from 'topojson-simplify';

const DETAIL = 0.05;
const SMALLEST = 0.1;

const near = ([east, north]) => east > -11 && east < 60 && north > 34 && north < 62;

const weight = triangle => {
    const area = planarTriangleArea(triangle) * Math.cos(triangle[1][1] * Math.PI / 180);
    return near(triangle[1]) ? area * 16 : area;
};

// A ring that passes the date line goes on beyond it, instead of coming back across the whole world.
const whole = ring => {
    const points = ring.map(([east, north]) => [east, north]);
    for (let index = 1; index < points.length; index++) {
        points[index][0] += 360 * Math.round((points[index - 1][0] - points[index][0]) / 360);
    }
    const west = Math.min(...points.map(([east]) => east));
    return west < -181 ? points.map(([east, north]) => [east + 360, north]) : points;
};

const rounded = degrees => Math.round(degrees * 100) / 100;

const line = points => points
    .map(point => point.map(rounded))
    .filter((point, index, all) => index === 0 || point[0] !== all[index - 1][0] || point[1] !== all[index - 1][1]);

const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json'));
const coarse = simplify(presimplify(atlas, weight), DETAIL);
const world = filter(coarse, filterWeight(coarse, SMALLEST, ring => planarRingArea(ring) * (near(ring[0]) ? 16 : 1)));

const countries = world.objects.countries;
const land = merge(world, countries.geometries.filter(country => country.properties.name !== 'Antarctica'));
const borders = mesh(world, countries, (one, other) => one !== other);

land.coordinates = land.coordinates
    .map(polygon => polygon.map(ring => line(whole(ring))).filter(ring => ring.length > 3))
    .filter(polygon => polygon.length > 0);
borders.coordinates = borders.coordinates.map(line).filter(points => points.length > 1);

const feature = (part, geometry) => ({ type: 'Feature', properties: { part }, geometry });

process.stdout.write(JSON.stringify({
    type: 'FeatureCollection',
    features: [feature('land', land), feature('borders', borders)],
}));
