package org.kvartal.press;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.press.Line.Part;
import org.kvartal.press.TypeCase.Run;

/**
 * Breaks a paragraph into lines, flush left and not hyphenated: of all ways to break it, the one whose lines differ least. A last line of one short
 * word, a short word at the end of a line and a dash at its beginning are avoided.
 */
final class Paragraph {

    /** A short word clings to the next, and a dash to the word before. Both stay blanks for whoever copies the text. */
    private static final Pattern CLINGING =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}{1,2}(?= )|(?<=\\S)(?= [–—] )|(?<=№)(?= )");

    private static final double RUNT = 0.22;

    private final TypeCase types;
    private final float measure;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    private Paragraph(TypeCase types, float measure) {
        this.types = types;
        this.measure = measure;
    }

    /** Letters between two places where a line may end. */
    private record Word(List<Part> parts, float width, float blank) {}

    static List<Line> set(TypeCase types, List<Stretch> text, float measure) throws IOException {
        Paragraph paragraph = new Paragraph(types, measure);
        paragraph.read(text);
        return paragraph.lines();
    }

    /** The text in one line, whatever its width. */
    static Line line(TypeCase types, List<Stretch> text) throws IOException {
        Paragraph paragraph = new Paragraph(types, Float.MAX_VALUE);
        paragraph.read(text);
        return paragraph.line(0, paragraph.words.size());
    }

    private void read(List<Stretch> text) throws IOException {
        StringBuilder whole = new StringBuilder();
        for (Stretch stretch : text) {
            String spelled = types.spelled(stretch.text(), stretch.style().cut(), stretch.language());
            if (!spelled.isEmpty()) {
                stretches.add(new Stretch(spelled, stretch.style(), stretch.language(), stretch.link()));
                whole.append(spelled);
            }
        }
        if (whole.isEmpty()) {
            return;
        }
        BreakIterator breaks = BreakIterator.getLineInstance(
                Locale.forLanguageTag(stretches.getFirst().language()));
        breaks.setText(clinging(whole.toString()));
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            add(from, to);
            from = to;
        }
    }

    private static String clinging(String text) {
        StringBuilder glued = new StringBuilder(text);
        Matcher matcher = CLINGING.matcher(text);
        while (matcher.find()) {
            glued.setCharAt(matcher.end(), '\u00A0');
        }
        return glued.toString();
    }

    /** A word of the whole text; one that is wider than a line is broken anywhere. */
    private void add(int from, int to) throws IOException {
        List<Part> parts = new ArrayList<>();
        float width = 0;
        float blank = 0;
        int begun = 0;
        for (Stretch stretch : stretches) {
            int first = Math.max(0, from - begun);
            int last = Math.min(stretch.text().length(), to - begun);
            begun += stretch.text().length();
            if (first >= last) {
                continue;
            }
            String text = stretch.text().substring(first, last);
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            String inked = text.substring(0, end);
            if (!inked.isEmpty()) {
                width += blank;
                for (Run run : types.runs(inked, stretch.style().cut(), stretch.language())) {
                    float wide = run.face().width(run.text()) * stretch.style().size();
                    if (width + wide > measure) {
                        width = addBroken(parts, width, run, stretch);
                    } else {
                        parts.add(new Part(run.face(), run.text(), stretch.style(), width, wide, stretch.link()));
                        width += wide;
                    }
                }
                blank = 0;
            }
            if (end < text.length()) {
                blank += types.width(text.substring(end), stretch.style(), stretch.language());
            }
        }
        words.add(new Word(List.copyOf(parts), width, blank));
        parts.clear();
    }

    private float addBroken(List<Part> parts, float at, Run run, Stretch stretch) throws IOException {
        float width = at;
        int begun = 0;
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(run.text());
        int last = letters.first();
        for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
            float wide = run.face().width(run.text().substring(begun, next))
                    * stretch.style().size();
            if (width + wide > measure && (last > begun || width > 0)) {
                if (last > begun) {
                    float kept = run.face().width(run.text().substring(begun, last))
                            * stretch.style().size();
                    parts.add(new Part(
                            run.face(),
                            run.text().substring(begun, last),
                            stretch.style(),
                            width,
                            kept,
                            stretch.link()));
                    width += kept;
                }
                words.add(new Word(List.copyOf(parts), width, 0));
                parts.clear();
                width = 0;
                begun = last;
            }
            last = next;
        }
        float rest =
                run.face().width(run.text().substring(begun)) * stretch.style().size();
        parts.add(new Part(run.face(), run.text().substring(begun), stretch.style(), width, rest, stretch.link()));
        return width + rest;
    }

    /** @see <a href="https://doi.org/10.1002/spe.4380111102">Knuth and Plass, Breaking paragraphs into lines</a> */
    private List<Line> lines() {
        int count = words.size();
        double[] best = new double[count + 1];
        int[] before = new int[count + 1];
        Arrays.fill(best, Double.MAX_VALUE);
        best[0] = 0;
        for (int end = 1; end <= count; end++) {
            float width = words.get(end - 1).width();
            for (int begin = end - 1; begin >= 0; begin--) {
                if (begin < end - 1) {
                    width += words.get(begin).width() + words.get(begin).blank();
                    if (width > measure) {
                        break;
                    }
                }
                double cost = best[begin] + cost(width, end == count, begin > 0);
                if (cost < best[end]) {
                    best[end] = cost;
                    before[end] = begin;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int end = count; end > 0; end = before[end]) {
            lines.addFirst(line(before[end], end));
        }
        return lines;
    }

    private double cost(float width, boolean last, boolean follows) {
        double rest = (measure - width) / measure;
        if (last) {
            return follows && width < RUNT * measure ? 0.4 : 0;
        }
        // Each line costs a little, so that a paragraph does not grow to become even.
        return 0.05 + rest * rest;
    }

    private Line line(int from, int to) {
        List<Part> parts = new ArrayList<>();
        float width = 0;
        float leading = 0;
        for (Word word : words.subList(from, to)) {
            for (Part part : word.parts()) {
                Part moved =
                        new Part(part.face(), part.text(), part.style(), part.x() + width, part.width(), part.link());
                leading = Math.max(leading, part.style().leading());
                join(parts, moved);
            }
            width += word.width() + word.blank();
        }
        if (to > from) {
            width -= words.get(to - 1).blank();
        }
        return new Line(parts, width, leading);
    }

    /** Parts that look alike become one, with their blanks, so that whoever copies the text gets these too. */
    private static void join(List<Part> parts, Part part) {
        if (!parts.isEmpty()) {
            Part last = parts.getLast();
            float gap = part.x() - last.x() - last.width();
            boolean alike = last.face() == part.face()
                    && last.style().equals(part.style())
                    && java.util.Objects.equals(last.link(), part.link());
            if (alike) {
                String text = last.text() + (gap > 0.01f ? " " : "") + part.text();
                parts.set(
                        parts.size() - 1,
                        new Part(
                                part.face(),
                                text,
                                part.style(),
                                last.x(),
                                part.x() + part.width() - last.x(),
                                part.link()));
                return;
            }
            if (gap > 0.01f && !last.text().endsWith(" ")) {
                parts.set(
                        parts.size() - 1,
                        new Part(last.face(), last.text() + " ", last.style(), last.x(), last.width(), last.link()));
            }
        }
        parts.add(part);
    }
}
