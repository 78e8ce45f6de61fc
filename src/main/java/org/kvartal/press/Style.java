package org.kvartal.press;

/**
 * How letters look.
 *
 * @param size points
 * @param leading from one base line to the next, in points
 */
public record Style(Cut cut, float size, float leading, Ink ink) {

    public Style in(Ink other) {
        return new Style(cut, size, leading, other);
    }

    public Style in(Cut other) {
        return new Style(other, size, leading, ink);
    }
}
