package org.kvartal.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with the workspace open, as the server sees it: the requests that Vaadin's client makes, without a browser. Answers are
 * read, since wrong tokens and errors of the program come back with status 200.
 */
public final class SimulatedUser {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI house;
    private final String signIn;
    private String session = "";
    private String token = "";
    private int ui;
    private int syncId;
    private int clientId;
    private int frame;
    private final Map<String, Integer> nodes = new HashMap<>();

    private SimulatedUser(URI house, String signIn) {
        this.house = house;
        this.signIn = signIn;
    }

    /** Signs in with the form; the cookie may be used by many users of the same account. */
    public static String signIn(URI house, String email, String password) throws IOException, InterruptedException {
        String form = "email=" + encoded(email) + "&password=" + encoded(password) + "&continue=&language=en";
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(house.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        List<String> cookies = cookies(answer);
        if (answer.statusCode() != 302 || cookies.isEmpty()) {
            throw new IOException("signing in as " + email + " was answered with " + answer.statusCode());
        }
        return String.join("; ", cookies);
    }

    /** Opens the workspace at a path below {@code /app/} in a session of its own. */
    public static SimulatedUser open(URI house, String signIn, String path) throws IOException, InterruptedException {
        SimulatedUser user = new SimulatedUser(house, signIn);
        JsonNode start = JSON.readTree(user.get("/app/?v-r=init&location=" + encoded(path)
                + "&query=&v-sh=900&v-sw=1280&v-wh=900&v-ww=1280&v-bh=900&v-bw=1280&v-tzo=0&v-dstd=0&v-rtzo=0"
                + "&v-dston=false&v-tzid=UTC&v-wn=v-0.5&v-td=false&v-pr=1&v-pv=VISIBLE"));
        JsonNode configuration = start.required("appConfig");
        user.ui = configuration.required("v-uiId").asInt();
        user.token =
                configuration.required("uidl").required("Vaadin-Security-Key").asString();
        user.goTo(path);
        return user;
    }

    /** Goes to another view of the workspace, as a click on a link does. */
    public void goTo(String path) throws IOException, InterruptedException {
        Map<String, Object> navigation = Map.of(
                "type",
                "event",
                "node",
                1,
                "event",
                "ui-navigate",
                "data",
                Map.of(
                        "route",
                        path,
                        "query",
                        "",
                        "appShellTitle",
                        "",
                        "historyState",
                        Map.of("idx", 0),
                        "trigger",
                        syncId == 0 ? "" : "client"));
        HttpResponse<String> answer = call(navigation);
        JsonNode read = read(answer.body());
        JsonNode meta = read.path("meta");
        if (answer.statusCode() != 200 || meta.has("appError") || meta.has("sessionExpired") || !read.has("syncId")) {
            throw new IOException("the workspace refused " + path + ": " + answer.body());
        }
        note(read);
    }

    /** Sends a call as the page's script would, whatever it is, and notes what became of the page. */
    public HttpResponse<String> call(Map<String, Object> rpc) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(
                Map.of("csrfToken", token, "rpc", List.of(rpc), "syncId", syncId, "clientId", clientId));
        HttpResponse<String> answer = post(body);
        if (answer.statusCode() == 200) {
            note(read(answer.body()));
        }
        return answer;
    }

    /** Sends a body that the page's script would not send. */
    public HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return exchange(request("/app/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Stays where it is for a while, as the page's script says by itself. */
    public void rests() throws IOException, InterruptedException {
        call(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                frame,
                "templateEventMethodName",
                "rests",
                "templateEventMethodArgs",
                List.of(),
                "promise",
                0));
    }

    /** The number under which the page knows its newest element with this tag. */
    public int node(String tag) {
        return Objects.requireNonNull(nodes.get(tag), () -> "no <" + tag + "> in " + nodes.keySet());
    }

    private void note(JsonNode read) {
        if (!read.has("syncId")) {
            return;
        }
        syncId = read.required("syncId").asInt();
        clientId = read.required("clientId").asInt();
        for (JsonNode change : read.path("changes")) {
            if (change.path("add").path(0).asString("").equals("frame")) {
                frame = change.path("node").asInt();
            }
            if (change.path("key").asString("").equals("tag")) {
                nodes.put(change.path("value").asString(), change.path("node").asInt());
            }
        }
    }

    /** Without what Vaadin puts before its JSON against inclusion as a script. */
    private static JsonNode read(String answer) {
        return JSON.readTree(answer.startsWith("for(;;);[") ? answer.substring(9, answer.length() - 1) : answer);
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(house.resolve(path))
                .header("Cookie", session.isEmpty() ? signIn : signIn + "; " + session);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = exchange(request);
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        cookies(answer).stream()
                .filter(cookie -> cookie.startsWith("kvartal-session="))
                .findFirst()
                .ifPresent(given -> session = given);
        return answer;
    }

    private static List<String> cookies(HttpResponse<?> answer) {
        List<String> cookies = new ArrayList<>();
        for (String header : answer.headers().allValues("set-cookie")) {
            cookies.add(header.split(";", 2)[0]);
        }
        return cookies;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
