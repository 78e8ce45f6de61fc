package org.kvartal.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A running house in a process of its own, to be asked, stopped, and killed. */
final class HouseProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final URI address;
    private final Path log;
    private final Duration untilOpen;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Houses do not outlive the one who measures them, unless they are meant to. */
    private static final Set<Process> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Process::destroy)));
    }

    private HouseProcess(Process process, URI address, Path log, Duration untilOpen) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.untilOpen = untilOpen;
    }

    /**
     * Starts a house without demonstration data on a free port, and comes back when its front page is answered.
     *
     * @param command the program
     * @param data its data folder
     * @param settings more of the program's arguments
     * @throws IllegalStateException if it does not open within five minutes
     */
    static HouseProcess start(List<String> command, Path data, String... settings)
            throws IOException, InterruptedException {
        return start(command, data, freePort(), List.of(settings));
    }

    /** The same on that port. */
    static HouseProcess start(List<String> command, Path data, int port, List<String> settings)
            throws IOException, InterruptedException {
        Path log = Program.log(data);
        Files.createDirectories(log.getParent());
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--kvartal.data=" + data.toAbsolutePath(),
                "--kvartal.demo=false"));
        line.addAll(settings);
        return await(new ProcessBuilder(line), port, log);
    }

    /** Starts a house by any command that listens on that port. */
    static HouseProcess await(ProcessBuilder command, int port, Path log) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port);
        long begin = System.nanoTime();
        Process process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        OPEN.add(process);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest front = HttpRequest.newBuilder(address.resolve("/en")).build();
        while (true) {
            try {
                if (client.send(front, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200) {
                    Duration untilOpen = Duration.ofNanos(System.nanoTime() - begin);
                    return new HouseProcess(process, address, log, untilOpen);
                }
            } catch (IOException notOpenYet) {
                // asked again below
            }
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("the house did not open; its log ends with:\n" + tail(log));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    URI address(String path) {
        return address.resolve(path);
    }

    /** From the start of the process to the answer of the front page. */
    Duration untilOpen() {
        return untilOpen;
    }

    /** Leaves the house open when this program ends. */
    void leaveOpen() {
        OPEN.remove(process);
    }

    long pid() {
        return process.pid();
    }

    /**
     * Asks one of {@link BenchHouse}'s doors.
     *
     * @throws IOException if the house died or answered with an error
     */
    <T> T ask(String door, Object question, Class<T> answer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(BenchHouse.DOORS + "/" + door))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(question)))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    door + " answered " + response.statusCode() + ": " + response.body() + "\n" + tail(log));
        }
        return JSON.readValue(response.body(), answer);
    }

    /** The memory that the process holds, in bytes; 0 where the system does not tell. */
    long residentBytes() throws IOException {
        Path status = Path.of("/proc/" + pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** As kill -9 does: without a last word. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends the house in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }
}
