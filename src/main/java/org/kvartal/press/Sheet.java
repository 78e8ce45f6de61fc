package org.kvartal.press;

import java.io.Closeable;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.jspecify.annotations.Nullable;

/**
 * A page that is being printed. Places are points from its upper left corner. What is drawn belongs to a {@link Tag}, or to none: then it is an
 * ornament that nobody needs to hear.
 */
public final class Sheet implements Closeable {

    private static final Pattern FOLLOWED = Pattern.compile("(?i)(https?://|mailto:|tel:)\\S+");
    private static final int PRINTED = 4;

    private final Press press;
    private final PDPage page;
    private final int number;
    private final PDPageContentStream out;
    private final COSArray tagged = new COSArray();
    private final COSArray links = new COSArray();
    private @Nullable Tag current;
    private boolean open;
    private @Nullable Ink ink;

    Sheet(Press press, PDPage page, int number) throws IOException {
        this.press = press;
        this.page = page;
        this.number = number;
        this.out = new PDPageContentStream(press.document(), page, AppendMode.OVERWRITE, true);
        press.hold(page, tagged);
    }

    /** The page's number, the first being 1. */
    public int number() {
        return number;
    }

    public float width() {
        return page.getMediaBox().getWidth();
    }

    public float height() {
        return page.getMediaBox().getHeight();
    }

    /** A line of type on that base line. */
    public void line(Line line, float x, float baseline, @Nullable Tag tag) throws IOException {
        for (Line.Part part : line.parts()) {
            String link = part.link();
            Tag owner = tag != null && link != null && leads(link) ? tag.child("Link") : tag;
            belong(owner);
            ink(part.style().ink());
            out.beginText();
            out.setFont(part.face().font(), part.style().size());
            out.newLineAtOffset(x + part.x(), height() - baseline);
            out.showTextWithPositioning(part.face().kerned(part.text()));
            out.endText();
            if (owner != null && owner != tag && link != null) {
                link(
                        owner,
                        link,
                        x + part.x(),
                        baseline - part.style().size() * 0.8f,
                        part.width(),
                        part.style().size() * 1.1f,
                        part.text());
            }
        }
    }

    /** A place that leads elsewhere: a web address, or {@code #name} in this document; nowhere else. */
    public void link(Tag owner, String target, float x, float y, float width, float height, String text) {
        if (!leads(target)) {
            return;
        }
        COSDictionary link = new COSDictionary();
        link.setItem(COSName.TYPE, COSName.ANNOT);
        link.setItem(COSName.SUBTYPE, COSName.getPDFName("Link"));
        link.setItem(COSName.RECT, numbers(x, height() - y - height, x + width, height() - y));
        link.setItem(COSName.BORDER, numbers(0, 0, 0));
        link.setInt(COSName.F, PRINTED);
        link.setString(COSName.CONTENTS, text);
        if (target.startsWith("#")) {
            link.setItem(COSName.DEST, new COSString(target.substring(1)));
        } else {
            COSDictionary action = new COSDictionary();
            action.setItem(COSName.S, COSName.getPDFName("URI"));
            action.setString(COSName.URI, target);
            link.setItem(COSName.A, action);
        }
        link.setInt(COSName.STRUCT_PARENT, press.hold(owner));
        owner.hold(page.getCOSObject(), link);
        links.add(link);
    }

    private static boolean leads(String target) {
        return target.startsWith("#") || FOLLOWED.matcher(target).matches();
    }

    public void rule(float x, float y, float length, float weight, Ink colour) throws IOException {
        fill(x, y - weight / 2, length, weight, colour, null);
    }

    public void fill(float x, float y, float width, float height, Ink colour, @Nullable Tag tag) throws IOException {
        belong(tag);
        ink(colour);
        out.addRect(x, height() - y - height, width, height);
        out.fill();
    }

    public void picture(Plate plate, float x, float y, float width, float height, Tag tag) throws IOException {
        belong(tag);
        out.drawImage(plate.image(), x, height() - y - height, width, height);
    }

    /** A QR code of that address, its modules as shapes, so that it is sharp at any size. */
    public void qrCode(String address, float x, float y, float side, Tag tag) throws IOException {
        QrCode code = QrCode.of(address);
        float module = side / code.side();
        belong(tag);
        ink(Ink.BLACK);
        for (int row = 0; row < code.side(); row++) {
            int begun = -1;
            for (int column = 0; column <= code.side(); column++) {
                boolean dark = column < code.side() && code.dark(column, row);
                if (dark && begun < 0) {
                    begun = column;
                } else if (!dark && begun >= 0) {
                    out.addRect(
                            x + begun * module, height() - y - (row + 1) * module, (column - begun) * module, module);
                    begun = -1;
                }
            }
        }
        out.fill();
    }

    /** A closed shape through these points, x and y by turns. */
    public void shape(float[] points, Ink colour) throws IOException {
        belong(null);
        ink(colour);
        trace(points);
        out.closePath();
        out.fill();
    }

    /** A line through these points, x and y by turns. */
    public void stroke(float[] points, float weight, Ink colour) throws IOException {
        belong(null);
        out.setStrokingColor(colour.color());
        out.setLineWidth(weight);
        trace(points);
        out.stroke();
    }

    public void dot(float x, float y, float radius, Ink colour) throws IOException {
        belong(null);
        ink(colour);
        // A circle of four curves, as near as a line is thick.
        float arm = 0.5523f * radius;
        float middle = height() - y;
        out.moveTo(x - radius, middle);
        out.curveTo(x - radius, middle + arm, x - arm, middle + radius, x, middle + radius);
        out.curveTo(x + arm, middle + radius, x + radius, middle + arm, x + radius, middle);
        out.curveTo(x + radius, middle - arm, x + arm, middle - radius, x, middle - radius);
        out.curveTo(x - arm, middle - radius, x - radius, middle - arm, x - radius, middle);
        out.fill();
    }

    /** Until {@link #unclip} nothing is seen outside. */
    public void clip(float x, float y, float width, float height) throws IOException {
        belong(null);
        end();
        out.saveGraphicsState();
        ink = null;
        out.addRect(x, height() - y - height, width, height);
        out.clip();
    }

    public void unclip() throws IOException {
        end();
        out.restoreGraphicsState();
        ink = null;
    }

    /** Gives a place a name that links lead to. */
    public void name(String destination, float y) {
        press.destination(destination, page, height() - y);
    }

    /** Lists a place among the document's bookmarks. */
    public Bookmark bookmark(@Nullable Bookmark above, String title, float y) {
        return press.bookmark(above, title, page, height() - y);
    }

    private void trace(float[] points) throws IOException {
        out.moveTo(points[0], height() - points[1]);
        for (int at = 2; at < points.length; at += 2) {
            out.lineTo(points[at], height() - points[at + 1]);
        }
    }

    private void ink(Ink colour) throws IOException {
        if (ink != colour) {
            out.setNonStrokingColor(colour.color());
            ink = colour;
        }
    }

    /** What follows belongs to that tag, to none where it is null. */
    private void belong(@Nullable Tag tag) throws IOException {
        if (open && current == tag) {
            return;
        }
        end();
        if (tag == null) {
            out.beginMarkedContent(COSName.ARTIFACT);
        } else {
            int place = tagged.size();
            tagged.add(tag.element());
            tag.hold(page.getCOSObject(), place);
            out.beginMarkedContent(tag.type(), place);
        }
        current = tag;
        open = true;
    }

    private void end() throws IOException {
        if (open) {
            out.endMarkedContent();
            open = false;
        }
    }

    private static COSArray numbers(float... numbers) {
        COSArray array = new COSArray();
        for (float number : numbers) {
            array.add(number == Math.rint(number) ? COSInteger.get((long) number) : new COSFloat(number));
        }
        return array;
    }

    @Override
    public void close() throws IOException {
        end();
        out.close();
        if (links.size() > 0) {
            page.getCOSObject().setItem(COSName.ANNOTS, links);
        }
    }
}
