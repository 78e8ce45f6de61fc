package org.kvartal.alliance.press;

import java.io.IOException;
import java.util.List;

/**
 * Strips that belong together.
 *
 * @param whole whether it stands in one column if one can hold it
 * @param guide what the page's head calls it
 */
public record Block(List<Strip> strips, boolean whole, String guide, Begun begun) {

    /** Hears where the block begins. */
    @FunctionalInterface
    public interface Begun {

        void on(Sheet sheet, float y) throws IOException;
    }

    public Block {
        strips = List.copyOf(strips);
    }

    public static Block of(List<Strip> strips) {
        return new Block(strips, false, "", (_, _) -> {});
    }

    float height() {
        float height = 0;
        for (Strip strip : strips) {
            height += strip.height();
        }
        return height;
    }
}
