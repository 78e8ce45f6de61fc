package org.kvartal.press;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a document says, for those who hear it or want its text: a heading, a paragraph, a picture.
 *
 * @see <a href="https://pdfa.org/resource/iso-32000-2/">ISO 32000-2, 14.7 and 14.8</a>
 */
public final class Tag {

    private static final COSName ELEMENT = COSName.getPDFName("StructElem");
    private static final COSName PAGE = COSName.getPDFName("Pg");

    private final COSDictionary element = new COSDictionary();
    private final COSArray kids = new COSArray();
    private final COSName type;
    private @Nullable COSDictionary page;

    Tag(String type, COSDictionary parent) {
        this.type = COSName.getPDFName(type);
        element.setItem(COSName.TYPE, ELEMENT);
        element.setItem(COSName.S, this.type);
        element.setItem(COSName.P, parent);
        element.setItem(COSName.K, kids);
    }

    /** A part of this one, behind those that it has. */
    public Tag child(String kind) {
        Tag child = new Tag(kind, element);
        kids.add(child.element);
        return child;
    }

    /** Says in which language it is. */
    public Tag in(String language) {
        element.setString(COSName.LANG, language);
        return this;
    }

    /** Says what a picture shows. */
    public Tag showing(String text) {
        element.setString(COSName.getPDFName("Alt"), text);
        return this;
    }

    COSName type() {
        return type;
    }

    COSDictionary element() {
        return element;
    }

    /** Something that stands on a page belongs to it. */
    void hold(COSDictionary standsOn, int number) {
        if (page == null) {
            page = standsOn;
            element.setItem(PAGE, standsOn);
        }
        if (standsOn.equals(page)) {
            kids.add(COSInteger.get(number));
        } else {
            COSDictionary elsewhere = new COSDictionary();
            elsewhere.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
            elsewhere.setItem(PAGE, standsOn);
            elsewhere.setInt(COSName.MCID, number);
            kids.add(elsewhere);
        }
    }

    /** A link on a page belongs to it. */
    void hold(COSDictionary standsOn, COSDictionary annotation) {
        COSDictionary object = new COSDictionary();
        object.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        object.setItem(PAGE, standsOn);
        object.setItem(COSName.OBJ, annotation);
        kids.add(object);
    }
}
