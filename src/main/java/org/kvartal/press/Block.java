package org.kvartal.press;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Strips that belong together.
 *
 * @param whole whether it stands in one column if one can hold it
 * @param guide what the page's head calls it
 * @param again what stands above what is left of it in the next column
 */
public record Block(List<Strip> strips, boolean whole, String guide, List<Strip> again, Begun begun) {

    /** Hears where the block begins. */
    @FunctionalInterface
    public interface Begun {

        void on(Sheet sheet, float y) throws IOException;
    }

    public Block {
        strips = List.copyOf(strips);
        again = List.copyOf(again);
    }

    /** One that no page's head names, and that stands in one piece. */
    public static Block of(List<Strip> strips) {
        return new Block(strips, true, "", List.of(), (_, _) -> {});
    }

    public Block on(Begun hears) {
        return new Block(strips, whole, guide, again, hears);
    }

    /** The same behind other strips. */
    public Block behind(List<Strip> others) {
        List<Strip> all = new ArrayList<>(others);
        all.addAll(strips);
        return new Block(all, whole, guide, again, begun);
    }

    /** The same in that height, if what can give way suffices. */
    Block in(float room) {
        float over = height() - room;
        for (int at = 0; over > 0 && at < strips.size(); at++) {
            if (strips.get(at).give() >= over) {
                List<Strip> lower = new ArrayList<>(strips);
                lower.set(at, strips.get(at).less(over));
                return new Block(lower, whole, guide, again, begun);
            }
        }
        return this;
    }

    float height() {
        float height = 0;
        for (Strip strip : strips) {
            height += strip.height();
        }
        return height;
    }
}
