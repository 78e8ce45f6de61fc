package org.kvartal.press;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Prints one document, page by page. Pages that are done lie in a temporary file; only what ties them together stays in memory. The document is
 * tagged, has a title and a language, and takes nothing from anywhere: pictures come as bytes.
 *
 * @see "Decision record 0088, the printed catalogue"
 */
public final class Press implements Closeable {

    /** Of all pages, in points: A4. */
    public static final float WIDTH = PDRectangle.A4.getWidth();

    private final PDDocument document;
    private final TypeCase types;
    private final String title;
    private final String language;
    private final Instant madeAt;
    private final COSDictionary structure = new COSDictionary();
    private final Tag root;
    /** What stands where, by the numbers that pages and links have in the structure's tree. */
    private final List<COSBase> held = new ArrayList<>();

    private final SortedMap<String, COSArray> destinations = new TreeMap<>();
    private final PDDocumentOutline outline = new PDDocumentOutline();

    /** @param language BCP 47 tag of the document's own words */
    public Press(String title, String language, Instant madeAt) throws IOException {
        this.document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        this.types = new TypeCase(document);
        this.title = title;
        this.language = language;
        this.madeAt = madeAt;
        structure.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
        this.root = new Tag("Document", structure);
        structure.setItem(COSName.K, root.element());
    }

    /** The whole of what the document says. */
    public Tag root() {
        return root;
    }

    /** Breaks a text into lines of that measure, in points. */
    public List<Line> paragraph(List<Stretch> text, float measure) throws IOException {
        return Paragraph.set(types, text, measure);
    }

    /** Sets a text in one line, however long. */
    public Line line(Stretch... text) throws IOException {
        return Paragraph.line(types, List.of(text));
    }

    /** A picture; null where it can't be read. */
    public @Nullable Plate plate(byte[] bytes, String type) throws IOException {
        return Plate.of(document, bytes, type);
    }

    /** A new page at the end, of A4. */
    public Sheet sheet() throws IOException {
        reserve(1);
        return reserved(document.getNumberOfPages());
    }

    /** Keeps pages free at the end, to be printed later. */
    public void reserve(int pages) {
        for (int count = 0; count < pages; count++) {
            document.addPage(new PDPage(PDRectangle.A4));
        }
    }

    /** A page that was kept free, by its number. */
    public Sheet reserved(int number) throws IOException {
        return new Sheet(this, document.getPage(number - 1), number);
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /** Writes the document out. Nothing can be printed after. */
    public void save(OutputStream out) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(language);
        PDMarkInfo tagged = new PDMarkInfo();
        tagged.setMarked(true);
        catalog.setMarkInfo(tagged);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, structure);
        structure.setItem(COSName.PARENT_TREE, parents());
        structure.setInt(COSName.PARENT_TREE_NEXT_KEY, held.size());
        catalog.getCOSObject().setItem(COSName.NAMES, names());
        if (outline.hasChildren()) {
            catalog.setDocumentOutline(outline);
        }
        describe(catalog);
        document.save(out);
    }

    private void describe(PDDocumentCatalog catalog) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreationDate(GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC)));
        String packet =
                """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(HtmlUtils.htmlEscapeDecimal(title, StandardCharsets.UTF_8.name()), language, madeAt);
        catalog.setMetadata(
                new PDMetadata(document, new ByteArrayInputStream(packet.getBytes(StandardCharsets.UTF_8))));
    }

    private COSDictionary parents() {
        COSArray numbers = new COSArray();
        for (int number = 0; number < held.size(); number++) {
            numbers.add(COSInteger.get(number));
            numbers.add(held.get(number));
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        return tree;
    }

    private COSDictionary names() {
        COSArray pairs = new COSArray();
        destinations.forEach((name, place) -> {
            pairs.add(new COSString(name));
            pairs.add(place);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NAMES, pairs);
        COSDictionary names = new COSDictionary();
        names.setItem(COSName.DESTS, tree);
        return names;
    }

    PDDocument document() {
        return document;
    }

    void hold(PDPage page, COSArray tagged) {
        page.setStructParents(held.size());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        held.add(tagged);
    }

    int hold(Tag owner) {
        held.add(owner.element());
        return held.size() - 1;
    }

    void destination(String name, PDPage page, float top) {
        COSArray place = new COSArray();
        place.add(page.getCOSObject());
        place.add(COSName.getPDFName("XYZ"));
        place.add(COSNull.NULL);
        place.add(new COSFloat(top));
        place.add(COSNull.NULL);
        destinations.put(name, place);
    }

    Bookmark bookmark(@Nullable Bookmark above, String text, PDPage page, float top) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page);
        place.setTop(Math.round(top));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(text);
        item.setDestination(place);
        if (above == null) {
            outline.addLast(item);
        } else {
            above.item().addLast(item);
        }
        return new Bookmark(item);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
