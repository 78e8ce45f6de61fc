package org.kvartal.seminars.domain;

import com.ibm.icu.text.NumberFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.press.Cut;
import org.kvartal.press.Ink;
import org.kvartal.press.Line;
import org.kvartal.press.Press;
import org.kvartal.press.Sheet;
import org.kvartal.press.Stretch;
import org.kvartal.press.Style;
import org.kvartal.press.Tag;
import org.kvartal.seminars.Certificates.Facts;
import org.kvartal.seminars.SeminarPages;
import org.springframework.stereotype.Component;

/**
 * Prints certificates to be hung on a wall: a framed page of A4 unless names are very long, tagged, with the house's typeface, a line for a signature and a code that leads to
 * the page behind it.
 */
@Component
class CertificatePrint {

    private static final float LEFT = 82;
    private static final float TOP = 96;
    private static final float BOTTOM = 92;
    private static final float MEASURE = Press.WIDTH - 2 * LEFT;
    private static final float CODE_SIDE = 96;
    private static final float ROOM = 16;
    private static final float SIGNATURE = 34;

    private static final Style HOUSE = new Style(Cut.EXTRABOLD, 17, 22, Ink.BLACK);
    private static final Style TITLE = new Style(Cut.EXTRABOLD, 44, 50, Ink.ACCENT);
    private static final Style NUMBER = new Style(Cut.SEMIBOLD, 11, 15, Ink.SOFT);
    private static final Style HOLDER = new Style(Cut.EXTRABOLD, 34, 41, Ink.BLACK);
    private static final Style LONG_HOLDER = new Style(Cut.EXTRABOLD, 22, 28, Ink.BLACK);
    private static final Style LEAD = new Style(Cut.REGULAR, 13, 18, Ink.SOFT);
    private static final Style SEMINAR = new Style(Cut.SEMIBOLD, 20, 26, Ink.BLACK);
    private static final Style TEXT = new Style(Cut.REGULAR, 11.5f, 16.5f, Ink.BLACK);
    private static final Style FOOT = new Style(Cut.REGULAR, 8.5f, 11, Ink.SOFT);

    /** A longer name is set smaller. */
    private static final int LARGE_NAME = 40;

    private final Messages messages;
    private final Wording wording;
    private final House house;

    CertificatePrint(Messages messages, Wording wording, House house) {
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    byte[] print(Facts facts, String code, Instant at) throws IOException {
        Language language = facts.language();
        String link = house.address(SeminarPages.verify(code));
        try (Press press = new Press(facts.number() + " · " + facts.holder(), language.code(), at)) {
            Page page = new Page(press, language.code());
            page.paragraph("P", facts.house(), HOUSE, 12);
            page.ornament(36, 2.5f, Ink.ACCENT, 40);
            page.paragraph("H1", say(language, "title"), TITLE, 4);
            page.paragraph("P", facts.number(), NUMBER, 46);
            page.paragraph("P", say(language, "holder"), LEAD, 6);
            page.paragraph("P", facts.holder(), facts.holder().length() > LARGE_NAME ? LONG_HOLDER : HOLDER, 12);
            page.ornament(MEASURE * 0.7f, 0.7f, Ink.SOFT, 26);
            page.paragraph("P", say(language, "completed"), LEAD, 6);
            page.paragraph("P", facts.seminar().in(language), SEMINAR, 22);
            for (String line : lines(facts)) {
                page.paragraph("P", line, TEXT, 2);
            }
            page.end(
                    say(language, "issued", day(facts.issuedOn(), language)),
                    say(language, "signer", facts.signer()),
                    link,
                    say(language, "verify", link));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            press.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** What is said of the seminar, a line each; the page behind the code says the same. */
    private List<String> lines(Facts facts) {
        Language language = facts.language();
        List<String> lines = new ArrayList<>();
        lines.add(say(language, "hours", hours(facts.hours(), language)));
        if (!facts.topics().isEmpty()) {
            lines.add(say(
                    language,
                    "topics",
                    facts.topics().stream().map(topic -> topic.in(language)).collect(Collectors.joining(", "))));
        }
        lines.add(
                facts.firstDay().equals(facts.lastDay())
                        ? say(language, "day", day(facts.firstDay(), language))
                        : say(language, "days", day(facts.firstDay(), language), day(facts.lastDay(), language)));
        if (!facts.place().isEmpty()) {
            lines.add(say(language, "place", facts.place()));
        }
        if (facts.validUntil() != null) {
            lines.add(say(language, "valid-until", day(facts.validUntil(), language)));
        }
        return lines;
    }

    private String say(Language language, String key, Object... arguments) {
        return messages.text(language, "seminars.paper." + key, arguments);
    }

    private String day(LocalDate day, Language language) {
        return wording.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
    }

    /** "12", "12.5", «12,5». */
    static String hours(BigDecimal hours, Language language) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(hours);
    }

    /** Where the next line goes. */
    private static final class Page {

        private final Press press;
        private final String language;
        private Sheet sheet;
        private float y = TOP;

        Page(Press press, String language) throws IOException {
            this.press = press;
            this.language = language;
            this.sheet = framed();
        }

        /** Two lines around the page, and a square in each of its corners. */
        private Sheet framed() throws IOException {
            Sheet made = press.sheet();
            frame(made, 30, 2.2f, Ink.ACCENT);
            frame(made, 38, 0.6f, Ink.SOFT);
            float side = 14;
            for (float x : new float[] {30 - side / 2, made.width() - 30 - side / 2}) {
                for (float top : new float[] {30 - side / 2, made.height() - 30 - side / 2}) {
                    made.fill(x - 3, top - 3, side + 6, side + 6, Ink.PAPER, null);
                    made.fill(x, top, side, side, Ink.ACCENT, null);
                }
            }
            return made;
        }

        private static void frame(Sheet sheet, float margin, float weight, Ink colour) throws IOException {
            float right = sheet.width() - margin;
            float bottom = sheet.height() - margin;
            sheet.stroke(
                    new float[] {margin, margin, right, margin, right, bottom, margin, bottom, margin, margin},
                    weight,
                    colour);
        }

        /** In the middle of the page. */
        void paragraph(String kind, String text, Style style, float below) throws IOException {
            Tag tag = press.root().child(kind).in(language);
            for (Line line : press.paragraph(List.of(Stretch.of(text, style, language)), MEASURE)) {
                if (y + line.leading() > sheet.height() - BOTTOM) {
                    next();
                }
                sheet.line(line, LEFT + (MEASURE - line.width()) / 2, y + line.leading() * 0.77f, tag);
                y += line.leading();
            }
            y += below;
        }

        void ornament(float length, float weight, Ink colour, float below) throws IOException {
            sheet.rule((sheet.width() - length) / 2, y, length, weight, colour);
            y += below;
        }

        /** Who signs on the left, the code on the right, and below both where it leads. */
        void end(String issued, String signer, String link, String note) throws IOException {
            float top = sheet.height() - BOTTOM - CODE_SIDE;
            if (y > top - ROOM) {
                next();
            }
            float measure = MEASURE - CODE_SIDE - 2 * ROOM;
            y = top;
            left(issued, measure);
            y += SIGNATURE;
            sheet.rule(LEFT, y, measure, 0.7f, Ink.BLACK);
            y += 4;
            left(signer, measure);
            Tag figure = press.root().child("Figure").showing(note);
            sheet.qrCode(link, LEFT + MEASURE - CODE_SIDE, top, CODE_SIDE, figure);
            sheet.link(figure, link, LEFT + MEASURE - CODE_SIDE, top, CODE_SIDE, CODE_SIDE, note);
            y = sheet.height() - BOTTOM + 14;
            Tag tag = press.root().child("P").in(language);
            for (Line line : press.paragraph(List.of(Stretch.of(note, FOOT, language)), MEASURE)) {
                sheet.line(line, LEFT, y + line.leading() * 0.77f, tag);
                y += line.leading();
            }
            sheet.close();
        }

        private void left(String text, float measure) throws IOException {
            Tag tag = press.root().child("P").in(language);
            for (Line line : press.paragraph(List.of(Stretch.of(text, TEXT, language)), measure)) {
                sheet.line(line, LEFT, y + line.leading() * 0.77f, tag);
                y += line.leading();
            }
        }

        private void next() throws IOException {
            sheet.close();
            sheet = framed();
            y = TOP;
        }
    }
}
