package org.kvartal.alliance.catalogue;

import org.kvartal.press.Columns;
import org.kvartal.press.Cut;
import org.kvartal.press.Ink;
import org.kvartal.press.Style;

/** How the catalogue is set: its sizes of type and its columns, in points. */
final class Type {

    static final Style TITLE = new Style(Cut.EXTRABOLD, 58, 58, Ink.BLACK);
    static final Style SUBTITLE = new Style(Cut.SEMIBOLD, 17, 22, Ink.ACCENT);
    static final Style COVER = new Style(Cut.SEMIBOLD, 13, 18, Ink.BLACK);
    static final Style CHAPTER = new Style(Cut.EXTRABOLD, 24, 26, Ink.ACCENT);
    static final Style INDEX_TITLE = new Style(Cut.EXTRABOLD, 16, 19, Ink.ACCENT);
    static final Style CHAPTER_NOTE = new Style(Cut.REGULAR, 8.5f, 12, Ink.SOFT);
    static final Style NAME = new Style(Cut.EXTRABOLD, 13, 14.5f, Ink.BLACK);
    static final Style OWN_NAME = new Style(Cut.ITALIC, 9.4f, 12, Ink.SOFT);
    static final Style AGAIN = new Style(Cut.SEMIBOLD, 8.2f, 11, Ink.SOFT);
    static final Style PLACE = new Style(Cut.SEMIBOLD, 8.2f, 12, Ink.ACCENT);
    static final Style TEXT = new Style(Cut.REGULAR, 9.2f, 12.4f, Ink.BLACK);
    static final Style FACT = new Style(Cut.REGULAR, 8.2f, 11, Ink.BLACK);
    static final Style LABEL = new Style(Cut.REGULAR, 8.2f, 11, Ink.SOFT);
    static final Style NOTE = new Style(Cut.REGULAR, 7.2f, 9.6f, Ink.SOFT);
    static final Style CONTENTS = new Style(Cut.REGULAR, 9, 12.4f, Ink.BLACK);
    static final Style CONTENTS_PART = new Style(Cut.EXTRABOLD, 11, 15, Ink.ACCENT);
    static final Style INDEX = new Style(Cut.REGULAR, 8.2f, 10.8f, Ink.BLACK);
    static final Style INDEX_OTHER = new Style(Cut.ITALIC, 8.2f, 10.8f, Ink.BLACK);
    static final Style INDEX_PAGE = new Style(Cut.SEMIBOLD, 8.2f, 10.8f, Ink.BLACK);
    static final Style INDEX_PART = new Style(Cut.EXTRABOLD, 9, 12, Ink.ACCENT);
    static final Style HEAD = new Style(Cut.REGULAR, 8, 10, Ink.SOFT);
    static final Style FOLIO = new Style(Cut.SEMIBOLD, 9.4f, 12, Ink.BLACK);

    private static final float TOP = 76;
    private static final float BOTTOM = 74;
    static final float INNER = 60;
    static final float OUTER = 66;

    static final Columns.Layout TWO = new Columns.Layout(TOP, BOTTOM, INNER, OUTER, 2, 22);
    static final Columns.Layout THREE = new Columns.Layout(TOP, BOTTOM, INNER, OUTER, 3, 18);

    private Type() {}
}
