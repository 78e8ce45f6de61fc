package org.kvartal.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** HAProxy before the nodes, as in a house of several: whoever has a node's cookie stays with it for as long as it lives. */
final class Balancer implements AutoCloseable {

    /** The cookie that names the node. */
    static final String COOKIE = "kvartal-node";

    private final Process process;
    private final URI address;

    private Balancer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** The program, where this machine has it. */
    static Optional<Path> program() {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it before these ports of this machine.
     *
     * @param port that it listens on
     */
    static Balancer start(Path program, int port, List<Integer> nodes) throws IOException, InterruptedException {
        StringBuilder settings = new StringBuilder(settings(port));
        for (int node = 0; node < nodes.size(); node++) {
            settings.append("    server n%1$d 127.0.0.1:%2$d check cookie n%1$d%n".formatted(node, nodes.get(node)));
        }
        Path file = Files.writeString(Files.createDirectories(Program.FOLDER).resolve("haproxy.cfg"), settings);
        Process process = new ProcessBuilder(program.toString(), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Program.FOLDER.resolve("haproxy.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (process.isAlive()) {
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Balancer(process, URI.create("http://localhost:" + port));
            } catch (IOException notOpenYet) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new IllegalStateException(
                "haproxy did not start: " + Files.readString(Program.FOLDER.resolve("haproxy.log")));
    }

    private static String settings(int port) {
        return """
            global
                maxconn 4000
            defaults
                mode http
                timeout connect 2s
                timeout client 60s
                timeout server 60s
                timeout tunnel 1h
                retries 3
                retry-on conn-failure empty-response
                option redispatch 1
                option forwardfor
                default-server inter 500ms fall 2 rise 2 on-marked-down shutdown-sessions
            frontend house
                bind 127.0.0.1:%d
                default_backend nodes
            backend nodes
                balance roundrobin
                option httpchk GET /actuator/health/readiness
                cookie %s insert indirect nocache
            """.formatted(port, COOKIE);
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
