package org.kvartal.alliance;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A catalogue as a reader finds it: its pages' words, its bookmarks, what a telephone's camera sees. */
public final class PrintedBook implements AutoCloseable {

    private final PDDocument document;

    private PrintedBook(PDDocument document) {
        this.document = document;
    }

    public static PrintedBook open(byte[] bytes) throws IOException {
        return new PrintedBook(Loader.loadPDF(bytes));
    }

    PDDocument document() {
        return document;
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /** Column after column, as the pages' streams hold them. */
    String page(int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document).replace('\u00A0', ' ');
    }

    public String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= pages(); number++) {
            text.append(page(number)).append('\f');
        }
        return text.toString();
    }

    /** @param y of its base line, in points from above */
    record Letter(String text, float x, float y) {}

    /** Letters that stand outside of a part of their page. */
    List<Letter> outside(int number, Rectangle2D part) throws IOException {
        List<Letter> outside = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                float x = letter.getXDirAdj();
                float y = letter.getYDirAdj();
                if (!letter.getUnicode().isBlank()
                        && !(part.contains(x, y) && part.contains(x + letter.getWidthDirAdj(), y))) {
                    outside.add(new Letter(letter.getUnicode(), x, y));
                }
            }
        };
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        stripper.getText(document);
        return outside;
    }

    /** The pages on which a text stands. */
    List<Integer> pagesWith(String text) throws IOException {
        List<Integer> found = new ArrayList<>();
        for (int number = 1; number <= pages(); number++) {
            if (page(number).contains(text)) {
                found.add(number);
            }
        }
        return found;
    }

    List<String> lines(int first, int last) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            lines.addAll(page(number).lines().map(String::strip).toList());
        }
        return lines;
    }

    /** Chapters with what stands below them. */
    Map<String, List<String>> bookmarks() {
        Map<String, List<String>> bookmarks = new TreeMap<>();
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            List<String> below = new ArrayList<>();
            item.children().forEach(child -> below.add(child.getTitle()));
            bookmarks.put(item.getTitle(), below);
        }
        return bookmarks;
    }

    /** What the QR codes of a page say, printed at 300 dots to the inch. */
    public List<String> codes(int page) throws IOException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page - 1, 300);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            Stream<Result> results = Arrays.stream(
                    new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)));
            return results.map(Result::getText).toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
