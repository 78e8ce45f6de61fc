package org.kvartal.files.domain;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.resizers.Resizers;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Develops pictures: decodes what was uploaded and encodes it anew, upright, at most 2560 pixels wide and high, with nothing in
 * the file but its pixels. Neither a camera's notes nor a second file hidden inside survive that.
 *
 * <p>Measures are read from the header before anything is decoded, a decoded picture takes at most 48 MB (larger ones are read
 * with every second, third … pixel), and one is developed at a time.
 *
 * @see "Decision record 0021, files"
 */
@Component
class Darkroom {

    private static final Logger log = LoggerFactory.getLogger(Darkroom.class);

    static final int LARGE = 2560;
    static final int SMALL = 640;

    private static final long MEMORY = 48L << 20;
    private static final long MOST_PIXELS = 100_000_000;
    /** Decoders of these hold every coefficient or pixel of the whole picture, whatever is asked for. */
    private static final long MOST_PIXELS_AT_ONCE = 16_000_000;

    private static final int LONGEST_SIDE = 20_000;
    private static final float QUALITY = .86f;
    /** A picture without transparency that came as PNG stays sharp as PNG unless that is so large that it can only be a photograph. */
    private static final long LARGE_PNG = 1_500_000;

    private static final long LARGE_SMALL_PNG = 120_000;

    private final ReentrantLock onlyOne = new ReentrantLock(true);

    Darkroom() {
        ImageIO.scanForPlugins();
    }

    /**
     * A developed picture, in files that are the caller's now.
     *
     * @param small the picture for lists; null where the picture itself is small enough
     */
    record Print(
            Path content,
            String type,
            int width,
            int height,
            @Nullable Path small,
            @Nullable String smallType) {}

    /**
     * @param work a folder for what is made
     * @throws Refused at {@code file} if it can't be read or is larger than anybody needs
     */
    Print develop(Path original, FileType type, Path work) {
        onlyOne.lock();
        try {
            Optional<Print> moving =
                    type.mediaType().equals("image/gif") ? GifFrames.develop(original, work) : Optional.empty();
            return moving.isPresent() ? moving.get() : still(original, type, work);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // The decoders throw whatever comes to their mind at a broken file. A full disk looks the same: the log
            // tells them apart.
            log.info("A picture was not developed: {}", broken.toString());
            throw Refused.at("file", "files.refused-picture");
        } finally {
            onlyOne.unlock();
        }
    }

    private static Print still(Path original, FileType type, Path work) throws IOException {
        JpegHeader jpeg = type.mediaType().equals("image/jpeg") ? JpegHeader.of(original) : new JpegHeader(1, false);
        BufferedImage decoded = decode(original, type, jpeg);
        boolean photograph = type.mediaType().equals("image/jpeg");
        boolean transparent = decoded.getColorModel().hasAlpha();
        BufferedImage large = upright(fitted(decoded, LARGE, transparent), jpeg.orientation());
        Encoded main = encode(large, transparent, photograph, LARGE_PNG, work);
        if (Math.max(large.getWidth(), large.getHeight()) <= SMALL) {
            return new Print(main.file(), main.type(), large.getWidth(), large.getHeight(), null, null);
        }
        Encoded small = encode(fitted(large, SMALL, transparent), transparent, photograph, LARGE_SMALL_PNG, work);
        return new Print(main.file(), main.type(), large.getWidth(), large.getHeight(), small.file(), small.type());
    }

    static void requireReasonable(long width, long height, boolean decodedAtOnce) {
        long most = decodedAtOnce ? MOST_PIXELS_AT_ONCE : MOST_PIXELS;
        if (width < 1 || height < 1) {
            throw Refused.at("file", "files.refused-picture");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > most) {
            throw Refused.at("file", "files.refused-measures", width, height);
        }
    }

    private static BufferedImage decode(Path original, FileType type, JpegHeader jpeg) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(original.toFile())) {
            ImageReader reader = reader(type);
            try {
                // Without metadata: a picture of a few kilobytes can carry text that unpacks to gigabytes.
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                requireReasonable(
                        width,
                        height,
                        jpeg.isDecodedAtOnce() || type.mediaType().equals("image/webp"));
                ImageReadParam every = reader.getDefaultReadParam();
                int step = step(width, height, bytesPerPixel(reader));
                every.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, every);
            } finally {
                reader.dispose();
            }
        }
    }

    static ImageReader reader(FileType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no decoder for " + type.mediaType());
        }
        return readers.next();
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            return 4;
        }
        SampleModel samples = types.next().getSampleModel();
        return Math.max(1, samples.getNumBands() * DataBuffer.getDataTypeSize(samples.getDataType()) / 8);
    }

    private static int step(long width, long height, int bytesPerPixel) {
        int step = 1;
        while (((width + step - 1) / step) * ((height + step - 1) / step) * bytesPerPixel > MEMORY) {
            step++;
        }
        return step;
    }

    /** In sRGB, smaller where it must be, never larger. */
    static BufferedImage fitted(BufferedImage picture, int side, boolean transparent) {
        double scale = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage fitted = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        if (scale == 1) {
            Graphics2D graphics = fitted.createGraphics();
            graphics.drawImage(picture, 0, 0, null);
            graphics.dispose();
        } else {
            Resizers.PROGRESSIVE.resize(picture, fitted);
        }
        return fitted;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        return orientation == 1
                ? picture
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(picture);
    }

    private record Encoded(Path file, String type) {}

    private static Encoded encode(
            BufferedImage picture, boolean transparent, boolean photograph, long largePng, Path work)
            throws IOException {
        if (photograph && !transparent) {
            return new Encoded(write(picture, "jpeg", work), "image/jpeg");
        }
        Path png = write(picture, "png", work);
        if (!transparent && Files.size(png) > largePng) {
            Files.delete(png);
            return new Encoded(write(picture, "jpeg", work), "image/jpeg");
        }
        return new Encoded(png, "image/png");
    }

    private static Path write(BufferedImage picture, String format, Path work) throws IOException {
        Path file = Files.createTempFile(work, "print", "." + format);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return file;
    }
}
