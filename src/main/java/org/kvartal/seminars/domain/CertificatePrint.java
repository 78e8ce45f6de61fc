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

/** Prints certificates: a page of A4 unless names are very long, tagged, with the house's typeface, and a code that leads to the page behind it. */
@Component
class CertificatePrint {

    private static final float LEFT = 74;
    private static final float TOP = 96;
    private static final float BOTTOM = 80;
    private static final float MEASURE = Press.WIDTH - 2 * LEFT;
    private static final float CODE_SIDE = 96;
    private static final float ROOM = 12;

    private static final Style HEAD = new Style(Cut.EXTRABOLD, 13, 17, Ink.BLACK);
    private static final Style TITLE = new Style(Cut.EXTRABOLD, 30, 36, Ink.BLACK);
    private static final Style REFERENCE = new Style(Cut.SEMIBOLD, 11, 15, Ink.ACCENT);
    private static final Style HOLDER = new Style(Cut.EXTRABOLD, 22, 28, Ink.BLACK);
    private static final Style TEXT = new Style(Cut.REGULAR, 11.5f, 16.5f, Ink.BLACK);
    private static final Style STRONG = new Style(Cut.SEMIBOLD, 14, 19, Ink.BLACK);
    private static final Style FOOT = new Style(Cut.REGULAR, 8.5f, 11, Ink.SOFT);

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
            page.paragraph("P", facts.house(), HEAD, 54);
            page.paragraph("H1", say(language, "title"), TITLE, 4);
            page.paragraph("P", facts.number(), REFERENCE, 40);
            page.paragraph("P", say(language, "holder"), TEXT, 2);
            page.paragraph("P", facts.holder(), HOLDER, 18);
            page.paragraph("P", say(language, "completed"), TEXT, 2);
            page.paragraph("P", facts.seminar().in(language), STRONG, 12);
            for (String line : lines(facts)) {
                page.paragraph("P", line, TEXT, 2);
            }
            page.paragraph("P", say(language, "issued", day(facts.issuedOn(), language)), TEXT, 2, 16);
            page.paragraph("P", say(language, "signer", facts.signer()), TEXT, 2);
            page.code(link, say(language, "verify", link));
            page.end();
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
            this.sheet = press.sheet();
        }

        void paragraph(String kind, String text, Style style, float below) throws IOException {
            paragraph(kind, text, style, below, 0);
        }

        void paragraph(String kind, String text, Style style, float below, float above) throws IOException {
            y += above;
            Tag tag = press.root().child(kind).in(language);
            for (Line line : press.paragraph(List.of(Stretch.of(text, style, language)), MEASURE)) {
                if (y + line.leading() > sheet.height() - BOTTOM / 2) {
                    next();
                }
                sheet.line(line, LEFT, y + line.leading() * 0.77f, tag);
                y += line.leading();
            }
            y += below;
        }

        void code(String link, String note) throws IOException {
            float top = sheet.height() - BOTTOM - CODE_SIDE;
            if (y > top - ROOM) {
                next();
            }
            Tag figure = press.root().child("Figure").showing(note);
            sheet.qrCode(link, LEFT, top, CODE_SIDE, figure);
            sheet.link(figure, link, LEFT, top, CODE_SIDE, CODE_SIDE, note);
            y = sheet.height() - BOTTOM + 8;
            paragraph("P", note, FOOT, 0);
        }

        private void next() throws IOException {
            end();
            sheet = press.sheet();
            y = TOP;
        }

        void end() throws IOException {
            sheet.close();
        }
    }
}
