package org.kvartal.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server whose data a house keeps: durable, on the loopback address alone, with passwords. It starts again
 * by itself after its own sudden death, after the program's, and after both.
 *
 * @see "Decision record 0001, the database comes with the program"
 */
final class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "kvartal";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String ADMINISTRATOR = "kvartal_admin";
    private static final String OWNER = "kvartal";
    private static final String APPLICATION = "kvartal_app";

    /** The line of postmaster.pid that names the port. */
    private static final int PORT_LINE = 4;

    private static final Duration WATCH_INTERVAL = Duration.ofMillis(250);
    /** How long processes of a dead server may finish by themselves before they are ended: recovery must fit into 10 s. */
    private static final Duration ORPHANS_GRACE = Duration.ofSeconds(2);

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    /** A part of one small machine with two cores, shared with the program itself. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "192MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_checkpoints", "off"));

    private final ServerProgram program;
    private final Path folder;
    private final Path cluster;
    private final Map<String, String> settings;
    private final Properties passwords;
    private int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread watch;

    private EmbeddedServer(Path folder, Path programs, Map<String, String> overrides) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.program = ServerProgram.unpackedIn(programs);
        this.settings = new LinkedHashMap<>(SETTINGS);
        if (Files.isDirectory(Path.of("/proc/self"))) {
            // Linux alone knows it: after a sudden death one call, where some three thousand files would be opened in
            // turn.
            settings.put("recovery_init_sync_method", "syncfs");
        }
        this.settings.putAll(overrides);
        this.passwords = passwords(folder.resolve("passwords"));
    }

    /** A role of the server. */
    record Account(String name, String password) {}

    /**
     * Starts the server with its data in the folder, which is filled on the first start.
     *
     * @throws CannotStart when it can't be started
     */
    static EmbeddedServer start(Path folder) {
        return start(folder, folder, Map.of());
    }

    /**
     * The same with the programs in a folder of their own and some settings of postgresql.conf replaced; for tests.
     *
     * @throws CannotStart when it can't be started
     */
    static EmbeddedServer start(Path folder, Path programs, Map<String, String> overrides) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var server = new EmbeddedServer(folder.toRealPath(), programs, overrides);
            server.makeCluster();
            server.endFormerServer();
            if (folder.equals(programs)) {
                server.program.removeOthers();
            }
            server.port = freePort();
            server.launch(true);
            try {
                server.prepareDatabase();
            } catch (SQLException e) {
                server.stop();
                throw e;
            }
            server.watch = Thread.ofPlatform().daemon().name("database-watch").start(server::watch);
            return server;
        } catch (IOException | SQLException e) {
            throw new CannotStart("the embedded database in " + folder + " can't be started: " + e + ".", e);
        }
    }

    /** Ends a server that outlived its program, without starting another. */
    static void end(Path folder, Path programs) throws IOException {
        if (Files.isDirectory(folder)) {
            new EmbeddedServer(folder.toRealPath(), programs, Map.of()).endFormerServer();
        }
    }

    /** A server that another program has started, for somebody who works beside that. */
    record Running(String url, Account owner, Account application) {}

    /** The server that runs with its data in the folder, if one does. */
    static Optional<Running> running(Path folder) {
        var pidFile = folder.resolve("cluster").resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile) || !Files.exists(folder.resolve("passwords"))) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(pidFile);
            var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
            if (process.isEmpty() || lines.size() < PORT_LINE) {
                return Optional.empty();
            }
            var passwords = passwords(folder.resolve("passwords"));
            return Optional.of(new Running(
                    url(Integer.parseInt(lines.get(PORT_LINE - 1).strip()), DATABASE),
                    new Account(OWNER, passwords.getProperty(OWNER)),
                    new Account(APPLICATION, passwords.getProperty(APPLICATION))));
        } catch (IOException | NumberFormatException e) {
            throw new CannotStart("the embedded database in " + folder + " can't be found: " + e + ".", e);
        }
    }

    /** The address of one of the server's databases. It stays the same while this object lives. */
    String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The superuser, for what neither of the other two may do. */
    Account administrator() {
        return account(ADMINISTRATOR);
    }

    /** Owns the database and migrates it. */
    Account owner() {
        return account(OWNER);
    }

    /** The role the program runs with. */
    Account application() {
        return account(APPLICATION);
    }

    Connection connect(String database, Account account) throws SQLException {
        return DriverManager.getConnection(url(database), account.name(), account.password());
    }

    /** The server's main process while it runs. */
    Optional<ProcessHandle> process() {
        return readPid().flatMap(this::postmaster);
    }

    /** Ends the server as at the end of the program: everything is on disk, nothing is left running. */
    @Override
    public void close() {
        abandon();
        stop();
    }

    /** Leaves the server running with nobody who watches it, as the sudden death of the program does. */
    void abandon() {
        closing.countDown();
        if (watch != null) {
            try {
                // not interrupted: a start that is under way must be seen to its end, or nobody would stop that server
                watch.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Account account(String name) {
        return new Account(name, passwords.getProperty(name));
    }

    private void makeCluster() throws IOException {
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise();
        }
        var made = Files.readString(cluster.resolve("PG_VERSION")).strip();
        var runs = program.majorVersion();
        if (!made.equals(runs)) {
            throw new CannotStart("the data in " + folder + " belong to PostgreSQL " + made
                    + " and this Kvartal brings PostgreSQL " + runs
                    + ": start the former release of Kvartal and move the data over by a backup.");
        }
    }

    /** Made aside and moved when complete, so that a death in the middle leaves nothing half-made. */
    private void initialise() throws IOException {
        var unfinished = folder.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(unfinished);
        var secret = Files.createTempFile(folder, "initdb-", null); // readable by its owner only
        try {
            Files.writeString(secret, administrator().password());
            var outcome = program.run(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + ADMINISTRATOR,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions",
                    "off".equals(settings.get("fsync")) ? "--no-sync" : "--sync-method=fsync");
            if (outcome.failed()) {
                throw failure("can't be initialised", outcome.output());
            }
        } finally {
            Files.delete(secret);
        }
        Files.writeString(unfinished.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(unfinished.resolve("postgresql.conf"), """
                # Made by Kvartal. kvartal.conf is written again at every start; settings below its line win over it.
                include 'kvartal.conf'
                """);
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A server that outlived its program is stopped rather than taken over: the new one then surely has today's program
     * and settings, and statements of dead clients are gone.
     */
    private void endFormerServer() throws IOException {
        var pid = readPid();
        if (pid.isEmpty()) {
            return;
        }
        if (postmaster(pid.get()).isPresent()) {
            stop();
        } else {
            forgetPid(pid.get());
        }
    }

    /**
     * A number left behind by a dead server may belong to another process by now, and PostgreSQL would take that for
     * itself. The rest of the file must stay: it names the shared memory that orphaned processes may still use.
     */
    private void forgetPid(long pid) throws IOException {
        if (ProcessHandle.of(pid).isPresent()) {
            var lines = Files.readAllLines(pidFile());
            lines.set(0, Integer.toString(Integer.MAX_VALUE));
            Files.write(pidFile(), lines);
        }
    }

    private void launch(boolean choosePort) throws IOException {
        var log = folder.resolve("start.log");
        var begun = System.nanoTime();
        while (true) {
            writeSettings();
            Files.deleteIfExists(log);
            var outcome = program.run(
                    "pg_ctl", "start", "--wait", "--timeout=600", "-D", cluster.toString(), "-l", log.toString());
            if (!outcome.failed()) {
                return;
            }
            var said = Files.exists(log) ? Files.readString(log) : outcome.output();
            var passed = Duration.ofNanos(System.nanoTime() - begun);
            var portTaken = said.contains("could not bind");
            var orphans = said.contains("shared memory block");
            if (passed.compareTo(START_PATIENCE) > 0 || !(portTaken || orphans)) {
                throw failure("can't be started", said);
            }
            if (portTaken && choosePort) {
                port = freePort();
            }
            if (orphans && passed.compareTo(ORPHANS_GRACE) > 0) {
                ownProcesses().forEach(ProcessHandle::destroyForcibly);
            }
            if (closesWithin(WATCH_INTERVAL)) {
                return;
            }
        }
    }

    private void writeSettings() throws IOException {
        var lines = new LinkedHashMap<>(settings);
        lines.put("port", Integer.toString(port));
        Files.writeString(
                cluster.resolve("kvartal.conf"),
                lines.entrySet().stream()
                        .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                        .sorted()
                        .collect(Collectors.joining()));
    }

    private void stop() {
        for (var mode : List.of("fast", "immediate")) {
            var outcome = program.run("pg_ctl", "stop", "-m", mode, "--wait", "--timeout=30", "-D", cluster.toString());
            if (!outcome.failed() || process().isEmpty()) {
                return;
            }
            log.warn("PostgreSQL did not stop in time: {}", outcome.output());
        }
    }

    /** The roles and the database, each made when it is missing: a first start may have died half-way. */
    private void prepareDatabase() throws SQLException {
        try (var connection = connect("postgres", administrator())) {
            for (var account : List.of(owner(), application())) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", account.name())) {
                    Roles.create(connection, account.name(), account.password());
                }
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
                }
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private void watch() {
        while (!closesWithin(WATCH_INTERVAL)) {
            if (process().isEmpty()) {
                log.warn("PostgreSQL has stopped by itself; it is started again");
                try {
                    var pid = readPid();
                    if (pid.isPresent()) {
                        forgetPid(pid.get());
                    }
                    launch(false);
                    log.warn("PostgreSQL runs again");
                } catch (CannotStart | IOException | UncheckedIOException e) {
                    log.error("PostgreSQL could not be started; the next attempt follows: {}", e.getMessage());
                }
            }
        }
    }

    private boolean closesWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    private Optional<Long> readPid() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d+"))
                    .map(Long::valueOf);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The process with this number, provided it is this server's and not a stranger who was given the number later. */
    private Optional<ProcessHandle> postmaster(long pid) {
        return ProcessHandle.of(pid).filter(this::isOwn);
    }

    private List<ProcessHandle> ownProcesses() {
        return ProcessHandle.allProcesses().filter(this::isOwn).toList();
    }

    private boolean isOwn(ProcessHandle process) {
        // a dead process that nobody has collected has no command any more
        if (!process.isAlive()
                || !process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent()) {
            return false;
        }
        var workingFolder = Path.of("/proc/" + process.pid() + "/cwd");
        try {
            return !Files.exists(workingFolder) || Files.isSameFile(workingFolder, cluster);
        } catch (IOException e) {
            return false;
        }
    }

    private CannotStart failure(String what, String said) {
        var lines = said.lines().filter(line -> !line.isBlank()).toList();
        var last = String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        var hint = ServerProgram.isRoot() && said.contains("unshare")
                ? " PostgreSQL does not run as root here: start Kvartal as an ordinary user."
                : "";
        return new CannotStart("the embedded database in " + folder + " " + what + ": " + last + "." + hint);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Properties passwords(Path file) {
        var passwords = new Properties();
        try {
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    passwords.load(reader);
                }
                return passwords;
            }
            var random = new SecureRandom();
            for (var role : List.of(ADMINISTRATOR, OWNER, APPLICATION)) {
                var bytes = new byte[24];
                random.nextBytes(bytes);
                passwords.setProperty(
                        role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            var temporary = Files.createTempFile(file.getParent(), "passwords-", null); // readable by its owner only
            try (var writer = Files.newBufferedWriter(temporary)) {
                passwords.store(writer, "Passwords of the embedded database, made by Kvartal");
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return passwords;
        } catch (IOException e) {
            throw new CannotStart(
                    "the passwords of the embedded database in " + file + " can't be read: " + e + ".", e);
        }
    }
}
