package org.kvartal.imports.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kvartal.imports.Imports.Encoding;
import org.kvartal.kernel.Refused;

/**
 * Which letters the bytes of a file are: UTF-8 if they can be, with or without a mark; UTF-16 with its mark, as spreadsheets save "Unicode
 * text"; else windows-1251, the way Cyrillic spreadsheets save by themselves.
 */
record Letters(Encoding encoding, Charset charset, int markLength) {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final int BUFFER = 16 << 10;

    /** @throws Refused at {@code file} if it is a workbook, or letters that can't be told */
    static Letters of(Path file) {
        try {
            byte[] beginning = beginning(file);
            if (startsWith(beginning, 'P', 'K', 3, 4) || startsWith(beginning, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw Refused.at("file", "imports.refused.workbook");
            }
            if (startsWith(beginning, 0xEF, 0xBB, 0xBF)) {
                return require(file, new Letters(Encoding.UTF_8, StandardCharsets.UTF_8, 3));
            }
            if (startsWith(beginning, 0xFF, 0xFE)) {
                return require(file, new Letters(Encoding.UTF_16, StandardCharsets.UTF_16LE, 2));
            }
            if (startsWith(beginning, 0xFE, 0xFF)) {
                return require(file, new Letters(Encoding.UTF_16, StandardCharsets.UTF_16BE, 2));
            }
            Letters utf8 = new Letters(Encoding.UTF_8, StandardCharsets.UTF_8, 0);
            if (utf8.fit(file, new Words())) {
                return utf8;
            }
            Letters cyrillic = new Letters(Encoding.WINDOWS_1251, WINDOWS_1251, 0);
            Words words = new Words();
            if (cyrillic.fit(file, words) && words.areCyrillic()) {
                return cyrillic;
            }
            throw Refused.at("file", "imports.refused.letters");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The text of the file, without its mark. A byte that is no letter fails. */
    Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            bytes.skipNBytes(markLength);
        } catch (IOException failed) {
            bytes.close();
            throw failed;
        }
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Letters require(Path file, Letters letters) throws IOException {
        if (!letters.fit(file, new Words())) {
            throw Refused.at("file", "imports.refused.letters");
        }
        return letters;
    }

    private boolean fit(Path file, Words words) throws IOException {
        try (Reader reader = open(file)) {
            char[] buffer = new char[BUFFER];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                words.note(buffer, read);
            }
            words.end();
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** A file in another Western code page reads as words of Latin and Cyrillic letters mixed; nobody writes so. */
    private static final class Words {

        private boolean latin;
        private boolean cyrillic;
        private int pure;
        private int mixed;

        void note(char[] letters, int length) {
            for (int i = 0; i < length; i++) {
                char letter = letters[i];
                if (letter < 0x80 ? !isLatin(letter) : !Character.isLetter(letter)) {
                    end();
                } else if (letter < 0x80) {
                    latin = true;
                } else {
                    cyrillic = true;
                }
            }
        }

        void end() {
            if (cyrillic) {
                if (latin) {
                    mixed++;
                } else {
                    pure++;
                }
            }
            latin = false;
            cyrillic = false;
        }

        boolean areCyrillic() {
            return pure > mixed;
        }

        private static boolean isLatin(char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        }
    }
}
