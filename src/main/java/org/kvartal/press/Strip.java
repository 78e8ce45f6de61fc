package org.kvartal.press;

import java.io.IOException;

/** Something that takes the width of a column and stands above or below others: lines of type, a picture, room. */
public interface Strip {

    /** How high it is, in points. */
    float height();

    /** Prints it with its upper left corner there. */
    void print(Sheet sheet, float x, float y) throws IOException;

    /** Whether a column may end below it. */
    default boolean mayEnd() {
        return true;
    }

    /** Whether it is left out where a column begins, as room is. */
    default boolean isRoom() {
        return false;
    }

    /** How much lower it can be where room is short. */
    default float give() {
        return 0;
    }

    /** The same, lower by that much. */
    default Strip less(float height) {
        throw new IllegalStateException("it can't be lower");
    }

    /** Nothing. */
    static Strip room(float height) {
        return new Strip() {
            @Override
            public float height() {
                return height;
            }

            @Override
            public void print(Sheet sheet, float x, float y) {}

            @Override
            public boolean mayEnd() {
                return false;
            }

            @Override
            public boolean isRoom() {
                return true;
            }
        };
    }
}
