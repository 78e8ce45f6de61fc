package org.kvartal.alliance.web;

import java.util.List;
import java.util.Locale;
import org.kvartal.alliance.Directory.MapMark;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.atlas.Outlines;
import org.kvartal.alliance.atlas.WebMercator;

/**
 * A map as a picture, for browsers without scripts and beside an entry. Its colours lie between light and dark, since a picture does not know
 * the reader's scheme.
 */
final class DrawnMap {

    private static final double SMALLEST_SPAN = 0.004;
    private static final double MARGIN = 0.18;
    private static final String LAND = "#8d877f";
    private static final String MARK = "#d9432a";

    private final Outlines outlines;
    private final int width;
    private final int height;
    private final StringBuilder svg = new StringBuilder();

    private double left;
    private double top;
    private double scale;

    private DrawnMap(Outlines outlines, int width, int height) {
        this.outlines = outlines;
        this.width = width;
        this.height = height;
    }

    /** All of the marks, as large as they can be. */
    static String of(Outlines outlines, List<MapMark> marks, int width, int height) {
        DrawnMap map = new DrawnMap(outlines, width, height);
        map.fit(marks.stream().map(MapMark::at).toList(), SMALLEST_SPAN);
        map.ground();
        for (MapMark mark : marks) {
            map.mark(
                    mark.at(),
                    mark instanceof MapMark.Cluster cluster
                            ? 4 + 1.6 * Math.sqrt((double) Math.min(cluster.number(), 200))
                            : 3.5);
        }
        return map.end();
    }

    /** Some points in their surroundings. */
    static String around(Outlines outlines, List<Coordinates> points, double span, int width, int height) {
        DrawnMap map = new DrawnMap(outlines, width, height);
        map.fit(points, span);
        map.ground();
        points.forEach(point -> map.mark(point, 6));
        return map.end();
    }

    private void fit(List<Coordinates> points, double smallest) {
        double west = points.stream().mapToDouble(WebMercator::x).min().orElse(0.4);
        double east = points.stream().mapToDouble(WebMercator::x).max().orElse(0.75);
        double north = points.stream().mapToDouble(WebMercator::y).min().orElse(0.25);
        double south = points.stream().mapToDouble(WebMercator::y).max().orElse(0.45);
        double wide = Math.max(smallest, (east - west) * (1 + 2 * MARGIN));
        double high = Math.max(smallest * height / width, (south - north) * (1 + 2 * MARGIN));
        scale = Math.min(width / wide, height / high);
        left = (west + east) / 2 - width / scale / 2;
        top = (north + south) / 2 - height / scale / 2;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\">");
    }

    private void ground() {
        svg.append("<path fill=\"").append(LAND).append("\" fill-opacity=\".22\" d=\"");
        outlines.land().forEach(line -> draw(line, true));
        svg.append("\"/><path fill=\"none\" stroke=\"")
                .append(LAND)
                .append("\" stroke-opacity=\".6\" stroke-width=\".8\" d=\"");
        outlines.borders().forEach(line -> draw(line, false));
        svg.append("\"/>");
    }

    private void draw(Outlines.Line line, boolean closed) {
        double right = left + width / scale;
        double bottom = top + height / scale;
        if (line.right() < left || line.left() > right || line.bottom() < top || line.top() > bottom) {
            return;
        }
        float[] points = line.points();
        int lastX = Integer.MIN_VALUE;
        int lastY = Integer.MIN_VALUE;
        for (int i = 0; i < points.length; i += 2) {
            // Far outside nothing can be seen of the exact place.
            int x = (int) Math.round(Math.clamp((points[i] - left) * scale, -width, 2.0 * width) * 10);
            int y = (int) Math.round(Math.clamp((points[i + 1] - top) * scale, -height, 2.0 * height) * 10);
            if (x != lastX || y != lastY) {
                svg.append(i == 0 ? 'M' : 'L');
                tenth(x);
                svg.append(' ');
                tenth(y);
                lastX = x;
                lastY = y;
            }
        }
        if (closed) {
            svg.append('Z');
        }
    }

    private void tenth(int tenths) {
        if (tenths % 10 == 0) {
            svg.append(tenths / 10);
        } else {
            svg.append(tenths / 10.0);
        }
    }

    private void mark(Coordinates at, double radius) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\".85\"/>",
                (WebMercator.x(at) - left) * scale,
                (WebMercator.y(at) - top) * scale,
                radius,
                MARK));
    }

    private String end() {
        return svg.append("</svg>").toString();
    }
}
