package org.kvartal.files.domain;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What must be known of a JPEG file before it is decoded: which way is up (Exif 2.3, tag 0x0112), and whether the decoder
 * will have to hold all of it at once (ITU T.81). It need not where all colours come together, row by row; whatever is not plainly so
 * counts as held at once, since a decoder makes sense of much that is read here as nonsense.
 *
 * @param orientation 1 to 8; 1 is upright
 */
record JpegHeader(int orientation, boolean isDecodedAtOnce) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int ORIENTATION = 0x0112;

    /** Where a frame says how many colours it has. */
    private static final int COLOURS = 5;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    static JpegHeader of(Path file) throws IOException {
        int orientation = 1;
        int frame = -1;
        int colours = 0;
        boolean rowByRow = false;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.readUnsignedShort();
            int marker = next(in);
            while (marker != START_OF_SCAN && hasSegment(marker)) {
                byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                if (marker == APP1) {
                    orientation = orientation == 1 ? orientation(segment) : orientation;
                } else if (isFrame(marker) && segment.length > COLOURS) {
                    frame = marker;
                    colours = segment[COLOURS] & 0xFF;
                }
                marker = next(in);
            }
            if (marker == START_OF_SCAN) {
                in.skipNBytes(2);
                rowByRow = isSequential(frame) && in.readUnsignedByte() == colours;
            }
        } catch (EOFException cutOff) {
            // As far as it went.
        }
        return new JpegHeader(orientation, !rowByRow);
    }

    private static boolean hasSegment(int marker) {
        return marker >= 0xC0 && (marker < 0xD0 || marker > 0xD9);
    }

    /** Frames of any process; among them stand the tables of codes and a reserved sign. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isSequential(int frame) {
        return frame == 0xC0 || frame == 0xC1 || frame == 0xC9;
    }

    private static int next(DataInputStream in) throws IOException {
        int b = in.readUnsignedByte();
        if (b != 0xFF) {
            return -1;
        }
        while (b == 0xFF) {
            b = in.readUnsignedByte();
        }
        return b;
    }

    private static int orientation(byte[] segment) {
        if (segment.length < EXIF.length + 8 || !startsWithExif(segment)) {
            return 1;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                .slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry > tiff.limit() - 12) {
                return 1;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static boolean startsWithExif(byte[] segment) {
        for (int i = 0; i < EXIF.length; i++) {
            if (segment[i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }
}
