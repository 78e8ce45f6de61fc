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
 * will have to hold all of it at once (ITU T.81, progressive).
 *
 * @param orientation 1 to 8; 1 is upright
 */
record JpegHeader(int orientation, boolean isProgressive) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int APP1 = 0xE1;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    static JpegHeader of(Path file) throws IOException {
        int orientation = 1;
        boolean progressive = false;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.readUnsignedShort();
            for (int marker = next(in); marker != START_OF_SCAN && marker != END && marker >= 0; marker = next(in)) {
                int length = in.readUnsignedShort() - 2;
                if (length < 0) {
                    break;
                }
                if (marker == APP1) {
                    byte[] segment = in.readNBytes(length);
                    orientation = orientation == 1 ? orientation(segment) : orientation;
                } else {
                    progressive |= marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
                    in.skipNBytes(length);
                }
            }
        } catch (EOFException cutOff) {
            return new JpegHeader(orientation, progressive);
        }
        return new JpegHeader(orientation, progressive);
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
