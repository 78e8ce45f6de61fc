package org.kvartal.administration.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup that somebody brings. The seal says that it is as it was written; everything else is checked as if a stranger had written it: names, how
 * much comes out of it, and what it must hold.
 */
final class Keepsake implements AutoCloseable {

    private static final long LONGEST_MANIFEST = 64L << 20;
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** A ZIP begins with the header of its first entry, whose name follows after 30 bytes. */
    private static final int NAME = 30;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Keepsake(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Reads the whole file once and opens it.
     *
     * @throws CannotKeep if it is no backup, or not as it was written
     */
    static Keepsake open(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CannotKeep("there is no file " + file + " that can be read");
        }
        if (!beginsAsOne(file)) {
            throw new CannotKeep(file + " is not a backup made by Kvartal");
        }
        if (!Seal.holds(file)) {
            throw damaged(file, "its checksum is wrong", null);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
        try {
            Manifest manifest = manifest(file, zip);
            checkNames(file, zip, manifest);
            return new Keepsake(file, zip, manifest);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static boolean beginsAsOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(NAME + KeepsakeWriting.NOTE.length());
            return begin.length == NAME + KeepsakeWriting.NOTE.length()
                    && begin[0] == 'P'
                    && begin[1] == 'K'
                    && new String(begin, NAME, begin.length - NAME, StandardCharsets.US_ASCII)
                            .equals(KeepsakeWriting.NOTE);
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(KeepsakeWriting.MANIFEST);
        if (entry == null) {
            throw damaged(file, "it has no manifest", null);
        }
        try (InputStream in = new Measured(zip.getInputStream(entry), LONGEST_MANIFEST, file)) {
            var tree = JsonMapper.shared().readTree(in.readAllBytes());
            int format = tree.path("format").asInt(0);
            if (format > Manifest.FORMAT) {
                throw new CannotKeep(file + " was made by a newer Kvartal ("
                        + tree.path("program").asString("?") + "): update this program first");
            }
            Manifest manifest = JsonMapper.shared().treeToValue(tree, Manifest.class);
            if (format < 1 || !isComplete(manifest)) {
                throw damaged(file, "its manifest lacks something", null);
            }
            return manifest;
        } catch (JacksonException e) {
            throw damaged(file, "its manifest can't be read", e);
        }
    }

    /** The compiler trusts that nothing is null; what was read is looked at. */
    private static boolean isComplete(Manifest manifest) {
        return manifest.program() != null
                && manifest.keptAt() != null
                && manifest.postgres() != null
                && manifest.steps() != null
                && !manifest.steps().isEmpty()
                && manifest.tables() != null
                && manifest.sequences() != null
                && manifest.files() != null
                && manifest.files().lost() != null
                && manifest.tables().stream().allMatch(table -> table.rows() >= 0 && table.bytes() >= 0);
    }

    /** No name leads anywhere: what is written to disk is named here and never there. */
    private static void checkNames(Path file, ZipFile zip, Manifest manifest) {
        Set<String> tables =
                manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        long contents = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            String name = all.nextElement().getName();
            boolean fits = name.equals(KeepsakeWriting.NOTE)
                    || name.equals(KeepsakeWriting.MANIFEST)
                    || (name.startsWith(KeepsakeWriting.TABLES)
                            && TABLE.matcher(name.substring(KeepsakeWriting.TABLES.length()))
                                    .matches()
                            && tables.contains(name.substring(KeepsakeWriting.TABLES.length())))
                    || isContent(name);
            if (!fits || !seen.add(name)) {
                throw damaged(file, "it holds “" + name + "”, which no backup does", null);
            }
            contents += isContent(name) ? 1 : 0;
        }
        if (contents != manifest.files().count()
                || !tables.stream().allMatch(table -> seen.contains(KeepsakeWriting.TABLES + table))) {
            throw damaged(file, "not everything is in it that its manifest names", null);
        }
    }

    private static boolean isContent(String name) {
        return name.startsWith(KeepsakeWriting.FILES)
                && HASH.matcher(name.substring(KeepsakeWriting.FILES.length())).matches();
    }

    Manifest manifest() {
        return manifest;
    }

    /** The rows of a table, never more than the manifest says. */
    InputStream table(Manifest.Table table) throws IOException {
        return new Measured(stream(KeepsakeWriting.TABLES + table.name()), table.bytes(), file);
    }

    /** The hashes of all contents. */
    List<String> contents() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(Keepsake::isContent)
                .map(name -> name.substring(KeepsakeWriting.FILES.length()))
                .toList();
    }

    /** A content, which can't be longer than all of them are together. */
    InputStream content(String hash) throws IOException {
        return new Measured(
                stream(KeepsakeWriting.FILES + hash), manifest.files().bytes(), file);
    }

    private InputStream stream(String name) throws IOException {
        return Objects.requireNonNull(zip.getInputStream(Objects.requireNonNull(zip.getEntry(name))));
    }

    CannotKeep damaged(String how) {
        return damaged(file, how, null);
    }

    private static CannotKeep damaged(Path file, String how, @Nullable Throwable cause) {
        return new CannotKeep(file + " is damaged or incomplete: " + how, cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends with an error where more comes than was said. */
    private static final class Measured extends InputStream {

        private final InputStream in;
        private final Path file;
        private long left;

        Measured(InputStream in, long most, Path file) {
            this.in = in;
            this.left = most;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read;
            try {
                read = in.read(bytes, from, count);
            } catch (ZipException e) {
                throw damaged(file, String.valueOf(e.getMessage()), e);
            }
            left -= Math.max(0, read);
            if (left < 0) {
                throw damaged(file, "more comes out of it than its manifest says", null);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
