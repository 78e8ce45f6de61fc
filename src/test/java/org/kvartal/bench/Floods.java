package org.kvartal.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/** F12: one address floods the house, hundreds send a byte at a time, thousands begin and never come back. Others are served meanwhile. */
final class Floods {

    private static final int FLOODERS = 32;
    private static final int SLOW = 1_500;
    private static final int STARTS = 5_000;
    private static final String OFFENDER = "203.0.113.66";

    private final HouseProcess house;
    private final Filling.Filled filled;

    private Floods(HouseProcess house, Filling.Filled filled) {
        this.house = house;
        this.filled = filled;
    }

    static List<Figure> measure(Path folder, List<String> flags)
            throws IOException, InterruptedException, ExecutionException {
        try (HouseProcess house =
                HouseProcess.start(Program.withDoors(flags), folder, "--server.forward-headers-strategy=native")) {
            Filling.Filled filled = house.ask("fill", new Filling.Order(null, 10, 20, 0, 1), Filling.Filled.class);
            return new Floods(house, filled).measure();
        }
    }

    private List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        List<Figure> figures = new ArrayList<>();
        try (Visits others =
                new Visits(4, Duration.ofMillis(50), number -> Visits.page(thread(number), "198.51.100." + number))) {
            // The first pages compile what all the later ones use.
            TimeUnit.SECONDS.sleep(8);
            long calm = System.nanoTime();
            TimeUnit.SECONDS.sleep(10);
            long flood = System.nanoTime();
            double before = others.latencies(calm).millis(.95);
            long served;
            long refused;
            try (Visits flooders =
                    new Visits(FLOODERS, Duration.ZERO, number -> Visits.page(thread(number), OFFENDER))) {
                // Until the burst that everybody has is used up.
                Crowd.until(60, () -> flooders.count(flood, one -> one.status() == 429) > 100);
                long known = System.nanoTime();
                TimeUnit.SECONDS.sleep(10);
                double during = others.latencies(known).millis(.95);
                served = flooders.count(known, one -> one.status() == 200);
                refused = flooders.count(known, one -> one.status() == 429);
                figures.add(Figure.told("F12", "a page for others before, p95", before, "ms"));
                figures.add(Figure.told("F12", "a page for others in a flood from one address, p95", during, "ms"));
                figures.add(Figure.atMost("F12", "others in the flood, times slower", during / before, "×", 3, 1.5));
            }
            figures.add(Figure.atLeast(
                    "F12",
                    "what the flooding address is answered with 429",
                    100.0 * refused / (served + refused),
                    "%",
                    50,
                    80));
            figures.add(none("others who got no page", others.count(calm, one -> one.status() != 200)));
            figures.addAll(slow(others, before));
        }
        figures.addAll(starts());
        return figures;
    }

    private List<Figure> slow(Visits others, double before) throws IOException, InterruptedException {
        List<Socket> half = new ArrayList<>();
        try {
            for (int number = 0; number < SLOW; number++) {
                half.add(begin());
            }
            long slow = System.nanoTime();
            TimeUnit.SECONDS.sleep(10);
            double during = others.latencies(slow).millis(.95);
            return List.of(
                    Figure.told("F12", "a page for others beside " + SLOW + " half-sent requests, p95", during, "ms"),
                    Figure.atMost(
                            "F12", "others beside half-sent requests, times slower", during / before, "×", 3, 1.5),
                    none("others who got no page beside them", others.count(slow, one -> one.status() != 200)));
        } finally {
            for (Socket socket : half) {
                socket.close();
            }
        }
    }

    private List<Figure> starts() throws IOException, InterruptedException, ExecutionException {
        long before = house.ask("heap", "", Long.class);
        List<String> paths = List.of("/app/?v-r=init&location=", "/sign-in", "/en/sign-up", "/en/join");
        try (var client = HttpClient.newHttpClient()) {
            Crowd.inTurn(
                    STARTS,
                    number -> Visits.ask(
                            client,
                            HttpRequest.newBuilder(house.address(paths.get(number % paths.size())))
                                    .header("X-Forwarded-For", "198.18." + number / 250 + "." + number % 250)
                                    .build()));
        }
        long after = house.ask("heap", "", Long.class);
        return List.of(Figure.atMost(
                "F12",
                "heap more than before, after " + STARTS + " anonymous starts",
                Math.max(0, after - before) / (double) DataSize.ofMegabytes(1).toBytes(),
                "MB",
                32,
                8));
    }

    private Socket begin() throws IOException {
        URI address = house.address("/sign-in");
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 10_000);
        socket.getOutputStream()
                .write(("POST /sign-in HTTP/1.1\r\nHost: " + address.getAuthority()
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\ne")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private URI thread(int number) {
        return house.address(
                "/en/threads/" + filled.threads().get(number % filled.threads().size()));
    }

    private static Figure none(String what, long value) {
        return Figure.atMost("F12", what, (double) value, "", 0, 0);
    }
}
