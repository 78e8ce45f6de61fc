package org.kvartal.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Files as people and their machines make them, and as somebody with bad intentions does. */
public final class Samples {

    public static final String WHERE_I_LIVE = "GPS 42.6977N 23.3219E";

    private Samples() {}

    /** Red on the left, blue on the right. */
    public static BufferedImage redAndBlue(int width, int height, boolean transparent) {
        BufferedImage image = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(transparent ? new Color(0, 0, 255, 100) : Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    public static byte[] encoded(BufferedImage image, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] png(int width, int height) {
        return encoded(redAndBlue(width, height, false), "png");
    }

    /** As a telephone held sideways writes it: the sensor's picture, a note which way is up, and where it was. */
    public static byte[] photograph(int width, int height, int orientation) {
        byte[] jpeg = encoded(redAndBlue(width, height, false), "jpeg");
        byte[] place = WHERE_I_LIVE.getBytes(StandardCharsets.US_ASCII);
        return written(out -> {
            out.write(jpeg, 0, 2);
            out.writeShort(0xFFE1);
            out.writeShort(2 + 6 + 8 + 2 + 12 + 4 + place.length);
            out.writeBytes("Exif\0\0");
            out.writeBytes("MM\0*");
            out.writeInt(8);
            out.writeShort(1);
            out.writeShort(0x0112);
            out.writeShort(3);
            out.writeInt(1);
            out.writeShort(orientation);
            out.writeShort(0);
            out.writeInt(0);
            out.write(place);
            out.write(jpeg, 2, jpeg.length - 2);
        });
    }

    /** Says as layout programs do that the four channels of a JPEG file are inks. */
    public static byte[] markedAsInks(byte[] jpeg) {
        return written(out -> {
            out.write(jpeg, 0, 2);
            out.writeShort(0xFFEE);
            out.writeShort(14);
            out.writeBytes("Adobe");
            out.writeShort(100);
            out.write(new byte[5]);
            out.write(jpeg, 2, jpeg.length - 2);
        });
    }

    /**
     * A grey picture, complete, whose colours come one after the other: a decoder has to hold all of it to put them together.
     *
     * @param between what stands before the frame; decoders pass over it
     */
    public static byte[] colourAfterColour(int width, int height, byte... between) {
        return written(out -> {
            out.writeShort(0xFFD8);
            out.writeShort(0xFFDB);
            out.writeShort(67);
            out.write(0);
            for (int i = 0; i < 64; i++) {
                out.write(1);
            }
            out.write(between);
            out.writeShort(0xFFC0);
            out.writeShort(17);
            out.write(8);
            out.writeShort(height);
            out.writeShort(width);
            out.write(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
            // One code of one bit for "nothing changes": two bits are a block of 64 pixels.
            for (int table : new int[] {0x00, 0x10}) {
                out.writeShort(0xFFC4);
                out.writeShort(20);
                out.write(table);
                out.write(1);
                out.write(new byte[16]);
            }
            int blocks = (width + 7) / 8 * ((height + 7) / 8);
            for (int colour = 1; colour <= 3; colour++) {
                out.writeShort(0xFFDA);
                out.writeShort(8);
                out.write(new byte[] {1, (byte) colour, 0, 0, 63, 0});
                out.write(new byte[(2 * blocks + 7) / 8]);
            }
            out.writeShort(0xFFD9);
        });
    }

    /** A picture of that many pixels of which a few kilobytes exist: whoever believes the header needs gigabytes. */
    public static byte[] pngThatClaims(int width, int height) {
        return png(width, height, 1);
    }

    /** A white picture, complete, written row by row. */
    public static byte[] whitePng(int width, int height) {
        return png(width, height, height);
    }

    private static byte[] png(int width, int height, int rows) {
        return written(out -> {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            chunk(out, "IHDR", written(header -> {
                header.writeInt(width);
                header.writeInt(height);
                header.write(new byte[] {8, 2, 0, 0, 0});
            }));
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
                byte[] row = new byte[1 + 3 * width];
                Arrays.fill(row, 1, row.length, (byte) 0xFF);
                for (int i = 0; i < rows; i++) {
                    deflater.write(row);
                }
            }
            chunk(out, "IDAT", data.toByteArray());
            chunk(out, "IEND", new byte[0]);
        });
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    /** Moves, and carries a comment that is a script. */
    public static byte[] gif(int frames, String comment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                BufferedImage frame = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_INDEXED);
                Graphics2D graphics = frame.createGraphics();
                graphics.setColor(i % 2 == 0 ? Color.RED : Color.BLUE);
                graphics.fillRect(0, 0, 60, 40);
                graphics.dispose();
                IIOMetadata metadata =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
                IIOMetadataNode root = new IIOMetadataNode("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
                control.setAttribute("disposalMethod", "none");
                control.setAttribute("userInputFlag", "FALSE");
                control.setAttribute("transparentColorFlag", "FALSE");
                control.setAttribute("delayTime", "20");
                control.setAttribute("transparentColorIndex", "0");
                root.appendChild(control);
                IIOMetadataNode comments = new IIOMetadataNode("CommentExtensions");
                IIOMetadataNode one = new IIOMetadataNode("CommentExtension");
                one.setAttribute("value", comment);
                comments.appendChild(one);
                root.appendChild(comments);
                metadata.mergeTree("javax_imageio_gif_image_1.0", root);
                writer.writeToSequence(new IIOImage(frame, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    /** An Office document of one entry, which unpacks to that many megabytes of nothing. */
    public static byte[] docx(int megabytes) {
        return written(out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
            zip.finish();
        });
    }

    public static byte[] pdf() {
        return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] svgWithScript() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(2)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
