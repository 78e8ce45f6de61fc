package org.kvartal.kernel.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs (initdb, pg_ctl, postgres), unpacked once from the jar that carries them. */
final class ServerProgram {

    private final Path folder;

    private ServerProgram(Path folder) {
        this.folder = folder;
    }

    /** What a command printed, and whether it succeeded. */
    record Outcome(int exitCode, String output) {

        boolean failed() {
            return exitCode != 0;
        }
    }

    /**
     * The programs for this machine under the given folder, unpacked there when they are not yet.
     *
     * @throws CannotStart when there are none for this machine
     */
    static ServerProgram unpackedIn(Path parent) {
        var archive = archive();
        try {
            var folder = parent.resolve("program-" + fingerprint(archive));
            if (!Files.isDirectory(folder)) {
                unpack(archive, folder);
            }
            return new ServerProgram(folder.toRealPath());
        } catch (IOException e) {
            throw new CannotStart("the embedded database can't be unpacked into " + parent + ": " + e + ".", e);
        }
    }

    /** Removes what earlier releases of the program unpacked beside this one. */
    void removeOthers() throws IOException {
        try (var siblings = Files.newDirectoryStream(folder.resolveSibling("."), "program-*")) {
            for (var sibling : siblings) {
                if (!Files.isSameFile(sibling, folder)) {
                    FileSystemUtils.deleteRecursively(sibling);
                }
            }
        }
    }

    Path executable(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The major version, such as "18". A cluster made by one major version can't be opened by another. */
    String majorVersion() {
        var version = run("postgres", "--version").output();
        return version.replaceAll("(?s)\\D*(\\d+).*", "$1");
    }

    /** Runs one of the programs to its end. */
    Outcome run(String name, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with the same files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(executable(name).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG") || variable.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new CannotStart("the embedded database can't run " + String.join(" ", command) + ": " + e + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("the start of the embedded database was interrupted.", e);
        }
    }

    static boolean isRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var platform = system.startsWith("mac")
                ? "darwin-x86_64" // carries the programs for both kinds of Mac
                : system
                        + switch (machine) {
                            case "amd64", "x86_64" -> "-x86_64";
                            case "aarch64", "arm64" -> "-arm_64";
                            default -> "-" + machine;
                        };
        var archive = ServerProgram.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new CannotStart("there is no embedded database for " + platform
                    + ": point KVARTAL_DB_URL at a PostgreSQL server of your own.");
        }
        return archive;
    }

    /** Tells one release from another without reading 15 MB at each start: the checksum that the jar's directory holds. */
    private static String fingerprint(URL archive) throws IOException {
        var connection = archive.openConnection();
        return connection instanceof JarURLConnection jar
                ? "%08x".formatted(jar.getJarEntry().getCrc())
                : Long.toString(connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        var temporary = Files.createTempDirectory(folder.getParent(), ".unpacking-");
        try {
            try (var tar = new TarArchiveInputStream(
                    new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, temporary);
                }
            }
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException unpackedMeanwhile) {
            // Another process was faster.
        } finally {
            FileSystemUtils.deleteRecursively(temporary);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }
}
