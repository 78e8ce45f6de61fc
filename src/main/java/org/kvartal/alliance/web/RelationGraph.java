package org.kvartal.alliance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.wording.Words;

/**
 * The relations of an entry as a drawing: the entry in the middle, the others at both sides. The list beside it says the same, so the drawing
 * is for the eye alone.
 *
 * @param height of the drawing; its width is {@link #WIDTH}
 * @param hidden how many relations it leaves to the list
 */
record RelationGraph(int height, int hidden, List<Arm> arms) {

    static final int WIDTH = 720;

    /** One line would be no picture. */
    static final int FEWEST = 2;

    private static final int MIDDLE = WIDTH / 2;
    private static final int REACH = 118;
    private static final int STEP = 52;
    private static final int MOST = 14;
    private static final int LABEL = 32;

    /**
     * One relation.
     *
     * @param path of the line, for an SVG path
     * @param left whether it lies left of the middle, so that its words end at it
     */
    record Arm(RelationLine line, String path, String link, String name, String caption, int x, int y, boolean left) {

        /** Where the words stand. */
        public int textX() {
            return left ? x - 14 : x + 14;
        }
    }

    public int middleX() {
        return MIDDLE;
    }

    public int middleY() {
        return height / 2;
    }

    public int width() {
        return WIDTH;
    }

    static RelationGraph of(EntryDetail entry, Words words) {
        List<RelationLine> drawn =
                entry.relations().subList(0, Math.min(MOST, entry.relations().size()));
        int right = (drawn.size() + 1) / 2;
        int height = right * STEP + 28;
        List<Arm> arms = new ArrayList<>();
        for (int number = 0; number < drawn.size(); number++) {
            boolean left = number >= right;
            int place = left ? number - right : number;
            int onSide = left ? drawn.size() - right : right;
            arms.add(arm(drawn.get(number), words, left, height, place, onSide));
        }
        return new RelationGraph(height, entry.relations().size() - drawn.size(), arms);
    }

    private static Arm arm(RelationLine line, Words words, boolean left, int height, int place, int onSide) {
        double y = height / 2.0 + (place - (onSide - 1) / 2.0) * STEP;
        int x = left ? MIDDLE - REACH : MIDDLE + REACH;
        int bend = left ? MIDDLE - REACH / 2 : MIDDLE + REACH / 2;
        String path = String.format(
                Locale.ROOT,
                "M%d %.1fC%d %.1f %d %.1f %d %.1f",
                MIDDLE,
                height / 2.0,
                bend,
                height / 2.0,
                bend,
                y,
                x,
                y);
        String span = words.years(line.since(), line.until());
        String caption = words.relation(line.kind(), line.outward()) + (span.isEmpty() ? "" : ", " + span);
        return new Arm(
                line,
                path,
                "/" + words.language().code()
                        + AlliancePages.inPublic(line.other().slug()),
                shortened(words.name(line.other().names()), LABEL),
                shortened(caption, LABEL + 6),
                x,
                (int) Math.round(y),
                left);
    }

    private static String shortened(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)).strip() + "…";
    }
}
