package org.kvartal.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** F13: a thousand guesses at one password from fifty networks, and the question whose addresses the house knows. */
final class Guesses {

    private static final int GUESSES = 1_000;
    private static final int NETWORKS = 50;
    private static final int ASKED = 60;
    private static final String COOKIES = "Set-Cookie";

    private final HouseProcess house;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Guesses(HouseProcess house) {
        this.house = house;
    }

    static List<Figure> measure(Path folder, List<String> flags)
            throws IOException, InterruptedException, ExecutionException {
        try (HouseProcess house =
                HouseProcess.start(Program.withDoors(flags), folder, "--server.forward-headers-strategy=native")) {
            var _ = house.ask("fill", new Filling.Order(null, 1, 1, 0, ASKED + 1), Filling.Filled.class);
            return new Guesses(house).measure();
        }
    }

    private List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        List<Figure> figures = new ArrayList<>();
        String browser =
                signIn(Filling.email(0), Filling.PASSWORD, "192.0.2.1", "").headers().allValues(COOKIES).stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .collect(Collectors.joining("; "));
        List<Integer> answers = Crowd.inTurn(
                GUESSES,
                number -> signIn(
                                Filling.email(0),
                                "guess number " + number,
                                "198." + (18 + number % 2) + "." + number % NETWORKS + ".7",
                                "")
                        .statusCode());
        long looked = answers.stream().filter(status -> status == 422).count();
        figures.add(Figure.atMost(
                "F13",
                "of " + GUESSES + " guesses from " + NETWORKS + " networks, looked at",
                (double) looked,
                "",
                20,
                10));
        figures.add(none(
                "guesses that got in, or an answer that is neither 422 nor 429",
                answers.stream()
                        .filter(status -> status != 422 && status != 429)
                        .count()));
        HttpResponse<String> owner = signIn(Filling.email(0), Filling.PASSWORD, "192.0.2.1", browser);
        figures.add(none("owner who is locked out in their own browser", owner.statusCode() == 302 ? 0 : 1));
        HttpResponse<String> elsewhere = signIn(Filling.email(0), Filling.PASSWORD, "192.0.3.1", "");
        figures.add(Figure.atMost(
                "F13",
                "the owner's wait with another browser",
                elsewhere.statusCode() == 302
                        ? 0
                        : Double.parseDouble(
                                elsewhere.headers().firstValue("Retry-After").orElse("Infinity")),
                "s",
                900,
                900));
        figures.addAll(known());
        return figures;
    }

    /** One attempt for each of many addresses that the house knows and does not know, in turn. */
    private List<Figure> known() throws IOException, InterruptedException {
        double[] known = new double[ASKED];
        double[] unknown = new double[ASKED];
        int different = 0;
        for (int number = 0; number < ASKED; number++) {
            String from = "198.51." + (number + 60) + ".9";
            String somebody = Filling.email(number + 1);
            String nobody = "no-" + somebody;
            long begin = System.nanoTime();
            HttpResponse<String> one = signIn(somebody, "not the password", from, "");
            long middle = System.nanoTime();
            HttpResponse<String> other = signIn(nobody, "not the password", from, "");
            unknown[number] = (System.nanoTime() - middle) / 1e6;
            known[number] = (middle - begin) / 1e6;
            if (one.statusCode() != other.statusCode()
                    || !one.body().replace(somebody, "").equals(other.body().replace(nobody, ""))) {
                different++;
            }
        }
        double a = median(known);
        double b = median(unknown);
        return List.of(
                none("answers that tell a known address from an unknown one", different),
                Figure.told("F13", "wrong password for a known address, median", a, "ms"),
                Figure.told("F13", "the same for an unknown address, median", b, "ms"),
                Figure.atMost("F13", "one of both ÷ the other", Math.max(a, b) / Math.min(a, b), "×", 1.25, 1.1));
    }

    private HttpResponse<String> signIn(String email, String password, String from, String cookies)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.address("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", from);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return client.send(
                request.POST(HttpRequest.BodyPublishers.ofString("email=" + encoded(email) + "&password="
                                + encoded(password) + "&continue=&language=en"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Figure none(String what, long value) {
        return Figure.atMost("F13", what, (double) value, "", 0, 0);
    }
}
