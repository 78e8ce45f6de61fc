package org.kvartal.press;

import java.awt.Color;

/** The colours of print: those of the screens, in sRGB. */
public enum Ink {
    BLACK(0x1d1814),
    SOFT(0x6b645d),
    ACCENT(0xc8361f),
    LINE(0xd9d4cd),
    LAND(0xe9e5df),
    BORDER(0xfbfaf7),
    PAPER(0xffffff);

    private final Color color;

    Ink(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }
}
