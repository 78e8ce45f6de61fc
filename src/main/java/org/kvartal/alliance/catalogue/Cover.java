package org.kvartal.alliance.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.atlas.Outlines;
import org.kvartal.alliance.atlas.WebMercator;
import org.kvartal.press.Ink;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;

/** The cover: what the book is called, and a map with a dot for each of its entries. */
final class Cover {

    private static final float EDGE = 48;
    /** Below it lie all the dots; the land goes on behind the title. */
    private static final float MAP_TOP = 300;

    private static final double SMALLEST_SPAN = 0.012;
    private static final double MARGIN = 0.16;

    private final Press press;
    private final Outlines outlines;
    private final String language;

    private double west;
    private double north;
    private double scale;

    Cover(Press press, Outlines outlines, String language) {
        this.press = press;
        this.outlines = outlines;
        this.language = language;
    }

    /** @param lines what stands below the title: what was chosen, how much it is, when it was made */
    void print(Sheet sheet, String house, String title, List<String> chosen, List<String> lines, List<Leaf> leaves)
            throws IOException {
        map(sheet, leaves);
        Tag part = press.root().child("Sect");
        float measure = sheet.width() - 2 * EDGE;
        sheet.fill(EDGE, 46, 34, 5, Ink.ACCENT, null);
        float y = put(sheet, house, Type.COVER, 62, measure, part.child("P"));
        y = put(sheet, title, Type.TITLE, y + 18, measure, part.child("Title"));
        y += 10;
        List<Line> subtitle = chosen.isEmpty()
                ? List.of()
                : press.paragraph(List.of(Stretch.of(String.join(" · ", chosen), Type.SUBTITLE, language)), measure);
        Tag choice = part.child("P");
        for (Line line : subtitle.subList(0, Math.min(3, subtitle.size()))) {
            sheet.line(line, EDGE, y + Strips.baseline(line), choice);
            y += line.leading();
        }
        y += subtitle.isEmpty() ? 0 : 8;
        for (String line : lines) {
            y = put(sheet, line, Type.COVER.in(Ink.SOFT), y, measure, part.child("P"));
        }
        sheet.close();
    }

    private float put(Sheet sheet, String text, Style style, float y, float measure, Tag tag) throws IOException {
        float next = y;
        for (Line line : press.paragraph(List.of(Stretch.of(text, style, language)), measure)) {
            sheet.line(line, EDGE, next + Strips.baseline(line), tag);
            next += line.leading();
        }
        return next;
    }

    private void map(Sheet sheet, List<Leaf> leaves) throws IOException {
        float width = sheet.width();
        float height = sheet.height();
        List<Coordinates> points =
                leaves.stream().map(Leaf::at).filter(Objects::nonNull).toList();
        fit(points, width, height - MAP_TOP);
        sheet.clip(0, 0, width, height);
        for (Outlines.Line line : outlines.land()) {
            if (near(line, width, height)) {
                sheet.shape(project(line), Ink.LAND);
            }
        }
        for (Outlines.Line line : outlines.borders()) {
            if (near(line, width, height)) {
                sheet.stroke(project(line), 1.1f, Ink.BORDER);
            }
        }
        float radius = points.size() > 300 ? 2.6f : points.size() > 60 ? 3.4f : 4.6f;
        for (Coordinates point : points) {
            float x = (float) ((WebMercator.x(point) - west) * scale);
            float y = (float) ((WebMercator.y(point) - north) * scale);
            sheet.dot(x, y, radius + 0.9f, Ink.PAPER);
            sheet.dot(x, y, radius, Ink.ACCENT);
        }
        sheet.unclip();
    }

    private void fit(List<Coordinates> points, float width, float height) {
        double left = points.stream().mapToDouble(WebMercator::x).min().orElse(0.44);
        double right = points.stream().mapToDouble(WebMercator::x).max().orElse(0.75);
        double top = points.stream().mapToDouble(WebMercator::y).min().orElse(0.24);
        double bottom = points.stream().mapToDouble(WebMercator::y).max().orElse(0.42);
        double wide = Math.max(SMALLEST_SPAN, (right - left) * (1 + 2 * MARGIN));
        double high = Math.max(SMALLEST_SPAN, (bottom - top) * (1 + 2 * MARGIN));
        scale = Math.min(width / wide, height / high);
        west = (left + right) / 2 - width / scale / 2;
        north = (top + bottom) / 2 - (height / 2 + MAP_TOP) / scale;
    }

    private boolean near(Outlines.Line line, float width, float height) {
        return line.right() > west
                && line.left() < west + width / scale
                && line.bottom() > north
                && line.top() < north + height / scale;
    }

    /** Points that print can't tell apart become one. */
    private float[] project(Outlines.Line line) {
        float[] points = line.points();
        List<Float> kept = new ArrayList<>(points.length);
        float lastX = Float.NaN;
        float lastY = Float.NaN;
        for (int at = 0; at < points.length; at += 2) {
            float x = (float) Math.clamp((points[at] - west) * scale, -2000, 4000);
            float y = (float) Math.clamp((points[at + 1] - north) * scale, -2000, 4000);
            if (at == 0 || at == points.length - 2 || Math.hypot(x - lastX, y - lastY) > 0.4) {
                kept.add(x);
                kept.add(y);
                lastX = x;
                lastY = y;
            }
        }
        float[] drawn = new float[kept.size()];
        for (int at = 0; at < drawn.length; at++) {
            drawn[at] = kept.get(at);
        }
        return drawn;
    }
}
