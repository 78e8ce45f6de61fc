package org.kvartal.press;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** A picture as a document holds it: no larger than print shows, on white where it lets through. */
public final class Plate {

    /** The most pixels of a side: 226 points at some 200 pixels to the inch. */
    private static final int MOST_PIXELS = 640;

    /** A drawing of few colours this small is kept exactly. */
    private static final int DRAWING = 40 << 10;

    private static final float QUALITY = 0.82f;

    private final PDImageXObject image;

    private Plate(PDImageXObject image) {
        this.image = image;
    }

    /** Takes a picture that was encoded by the house; null where it can't be read. */
    static @Nullable Plate of(PDDocument document, byte[] bytes, String type) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        if (picture == null) {
            return null;
        }
        int side = Math.max(picture.getWidth(), picture.getHeight());
        boolean plain =
                !picture.getColorModel().hasAlpha() && picture.getColorModel().getNumComponents() == 3;
        if (type.equals("image/jpeg") && side <= MOST_PIXELS && plain) {
            return new Plate(JPEGFactory.createFromByteArray(document, bytes));
        }
        BufferedImage print = onWhite(picture, Math.min(1, (double) MOST_PIXELS / side));
        boolean drawing = type.equals("image/png") && bytes.length <= DRAWING;
        return new Plate(
                drawing
                        ? LosslessFactory.createFromImage(document, print)
                        : JPEGFactory.createFromImage(document, print, QUALITY));
    }

    private static BufferedImage onWhite(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage print = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = print.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return print;
    }

    PDImageXObject image() {
        return image;
    }

    /** Pixels. */
    public int width() {
        return image.getWidth();
    }

    /** Pixels. */
    public int height() {
        return image.getHeight();
    }
}
