package org.kvartal.files.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/**
 * A kind of file that is taken. Everything that is not listed is refused: programs, pages, scripts, documents with macros by
 * their own type.
 *
 * @param mediaType as it is kept
 * @param served as it is told to browsers: what they could run or draw with a script in it is bytes to them
 * @param endings the name's possible endings, the usual one first
 * @param isPicture whether it is decoded and encoded anew here
 */
record FileType(String mediaType, String served, List<String> endings, boolean isPicture) {

    private static final Detector DETECTOR = MimeTypes.getDefaultMimeTypes();
    private static final String BYTES = "application/octet-stream";
    private static final Map<String, FileType> TAKEN = new LinkedHashMap<>();

    static {
        picture("image/jpeg", "jpg", "jpeg", "jpe");
        picture("image/png", "png");
        picture("image/webp", "webp");
        picture("image/gif", "gif");

        document("application/pdf", "pdf");
        document("text/plain", "txt", "text", "log");
        document("text/csv", "csv");
        document("text/markdown", "md", "markdown");
        document("text/calendar", "ics");
        document("text/x-vcard", "vcf");
        document("application/rtf", "rtf");
        document("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
        document("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        document("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");
        document("application/msword", "doc");
        document("application/vnd.ms-excel", "xls");
        document("application/vnd.ms-powerpoint", "ppt");
        document("application/vnd.oasis.opendocument.text", "odt");
        document("application/vnd.oasis.opendocument.spreadsheet", "ods");
        document("application/vnd.oasis.opendocument.presentation", "odp");
        document("application/vnd.oasis.opendocument.graphics", "odg");
        document("application/epub+zip", "epub");
        document("application/zip", "zip");

        document("image/tiff", "tif", "tiff");
        document("image/heic", "heic");
        document("image/heif", "heif");
        document("image/vnd.adobe.photoshop", "psd");
        document("application/illustrator", "ai");
        bytes("image/svg+xml", "svg");
        bytes("application/postscript", "eps", "ps");

        document("audio/mpeg", "mp3");
        document("audio/mp4", "m4a");
        document("audio/vnd.wave", "wav");
        document("audio/x-flac", "flac");
        document("audio/ogg", "ogg", "oga");
        document("audio/vorbis", "ogg");
        document("audio/opus", "opus", "ogg");
        document("audio/midi", "mid", "midi");
        document("video/mp4", "mp4");
        document("video/x-m4v", "m4v");
        document("video/quicktime", "mov");
        document("video/webm", "webm");
    }

    /** The file's type by its first bytes; its name only says which of the formats that begin alike. Nothing is ever unpacked. */
    static Optional<FileType> recognise(Path content, String name) throws IOException {
        Metadata hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (InputStream in = Files.newInputStream(content);
                TikaInputStream bytes = TikaInputStream.get(in)) {
            return Optional.ofNullable(
                    TAKEN.get(DETECTOR.detect(bytes, hints).getBaseType().toString()));
        }
    }

    /** What a browser is told about a file of this kept type. */
    static String served(String mediaType) {
        return TAKEN.values().stream()
                .filter(type -> type.mediaType().equals(mediaType))
                .findFirst()
                .map(FileType::served)
                .orElse(BYTES);
    }

    /** The usual ending of a kept type, without the dot. */
    static String ending(String mediaType) {
        return TAKEN.values().stream()
                .filter(type -> type.mediaType().equals(mediaType))
                .findFirst()
                .map(type -> type.endings().getFirst())
                .orElseThrow();
    }

    boolean isEndedBy(String ending) {
        return endings.contains(ending.toLowerCase(Locale.ROOT));
    }

    private static void picture(String type, String... endings) {
        TAKEN.put(type, new FileType(type, type, List.of(endings), true));
    }

    private static void document(String type, String... endings) {
        TAKEN.put(type, new FileType(type, type, List.of(endings), false));
    }

    private static void bytes(String type, String... endings) {
        TAKEN.put(type, new FileType(type, BYTES, List.of(endings), false));
    }
}
