package org.kvartal.administration.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Somebody changes a backup and knows how to seal it again. */
final class Forgery {

    private Forgery() {}

    static Path of(Path genuine, Path forged, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(genuine.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        change.accept(entries);
        Seal.Stream sealing;
        try (OutputStream out = Files.newOutputStream(forged)) {
            sealing = new Seal.Stream(out);
            try (ZipOutputStream zip = new ZipOutputStream(sealing)) {
                zip.setComment(KeepsakeWriting.SEALED + "0".repeat(Seal.LENGTH));
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        }
        try (RandomAccessFile file = new RandomAccessFile(forged.toFile(), "rw")) {
            file.seek(file.length() - Seal.LENGTH);
            file.write(sealing.seal());
        }
        return forged;
    }

    static void inManifest(Map<String, byte[]> entries, String from, String to) {
        String text = new String(entries.get(KeepsakeWriting.MANIFEST), StandardCharsets.UTF_8);
        if (!text.matches("(?s).*" + from + ".*")) {
            throw new IllegalArgumentException(from + " is not in " + text);
        }
        entries.put(KeepsakeWriting.MANIFEST, text.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
