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
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** A click of the main button in the corner of the page. */
    private static final Map<String, Object> CLICK = Map.of(
            "event.screenX", 1,
            "event.screenY", 1,
            "event.clientX", 1,
            "event.clientY", 1,
            "event.detail", 1,
            "event.button", 0,
            "event.ctrlKey", false,
            "event.shiftKey", false,
            "event.altKey", false,
            "event.metaKey", false);

    private final URI house;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";
    private String pushId = "";
    private int ui;
    private int syncId = -1;
    private int clientId;
    private int frame;
    private final Map<String, Integer> nodes = new HashMap<>();
    private final PageTree tree = new PageTree();
    /** What came before its turn: an answer and what is pushed come by two ways. */
    private final NavigableMap<Integer, JsonNode> early = new TreeMap<>();

    private volatile Consumer<SimulatedUser> changed = _ -> {};
    private @Nullable PushLine line;

    private SimulatedUser(URI house, String cookies) {
        this.house = house;
        for (String cookie : cookies.split("; ", -1)) {
            keep(cookie);
        }
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

    /**
     * Opens the workspace at a path below {@code /app/} in a session of its own.
     *
     * @param signIn the cookies to begin with
     */
    public static SimulatedUser open(URI house, String signIn, String path) throws IOException, InterruptedException {
        SimulatedUser user = new SimulatedUser(house, signIn);
        user.begin(path);
        return user;
    }

    private void begin(String path) throws IOException, InterruptedException {
        JsonNode start = JSON.readTree(get("/app/?v-r=init&location=" + encoded(place(path)) + "&query="
                + encoded(query(path))
                + "&v-sh=900&v-sw=1280&v-wh=900&v-ww=1280&v-bh=900&v-bw=1280&v-tzo=0&v-dstd=0&v-rtzo=0"
                + "&v-dston=false&v-tzid=UTC&v-wn=v-0.5&v-td=false&v-pr=1&v-pv=VISIBLE"));
        JsonNode configuration = start.required("appConfig");
        JsonNode uidl = configuration.required("uidl");
        ui = configuration.required("v-uiId").asInt();
        token = uidl.required("Vaadin-Security-Key").asString();
        pushId = uidl.path("Vaadin-Push-ID").asString("");
        note(uidl);
        goTo(path);
    }

    private static String place(String path) {
        return path.split("\\?", 2)[0];
    }

    private static String query(String path) {
        return path.contains("?") ? path.split("\\?", 2)[1] : "";
    }

    /**
     * Loads the page anew as a browser does: with the same cookies and nothing else of what it knew. Empty where the house wants a new
     * sign-in first.
     */
    public Optional<SimulatedUser> reload(String path) throws IOException, InterruptedException {
        SimulatedUser anew = new SimulatedUser(house, cookies());
        HttpResponse<String> page = anew.exchange(anew.request("/app/" + path).GET());
        if (page.statusCode() == 302) {
            return Optional.empty();
        }
        if (page.statusCode() != 200) {
            throw new IOException(page.uri() + " answered " + page.statusCode());
        }
        anew.begin(path);
        return Optional.of(anew);
    }

    /**
     * Hears from now on what the house says by itself.
     *
     * @param changed is called after each change of the page, in the page's turn
     * @param lost is called when the line breaks
     */
    public void listen(Consumer<SimulatedUser> changed, Runnable lost) throws IOException {
        this.changed = changed;
        URI address =
                URI.create("ws://" + house.getAuthority() + "/app/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId="
                        + encoded(pushId)
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript&X-Atmosphere-Transport=websocket"
                        + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application%2Fjson%3B%20charset%3DUTF-8"
                        + "&X-atmo-protocol=true");
        line = PushLine.open(CLIENT, address, cookies(), message -> note(read(message)), lost);
    }

    /** Closes the page without a word, as a phone does that loses its network. */
    public void leave() {
        PushLine open = line;
        if (open != null) {
            open.close();
        }
    }

    /** The cookies that the browser holds now. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Where the element stands whose tag or class this is and whose text begins so: the newest that is shown. */
    public synchronized Optional<Integer> find(String tagOrClass, String begin) {
        return tree.find(tagOrClass, begin);
    }

    /** What stands in the newest shown element with that tag or class, empty where there is none. */
    public synchronized String text(String tagOrClass) {
        return tree.find(tagOrClass, "").map(tree::text).orElse("");
    }

    /** What a property of that element says. */
    public synchronized String value(String tagOrClass, String key) {
        return tree.find(tagOrClass, "").map(id -> tree.value(id, key)).orElse("");
    }

    /** What a function of the page's script was told last. */
    public synchronized Optional<JsonNode> called(String function) {
        return tree.called(function);
    }

    /** The same, once: the next question finds only what was told since. */
    public synchronized Optional<JsonNode> takeCall(String function) {
        return tree.takeCall(function);
    }

    /** How many elements with that tag stand in the newest one with that tag or class. */
    public synchronized int count(String tagOrClass, String tag) {
        return tree.find(tagOrClass, "").map(id -> tree.count(id, tag)).orElse(0);
    }

    /** All that the page holds, to look for what is wrong with it. */
    public synchronized String dump() {
        return tree.toString();
    }

    /**
     * Types into a field, in the place of what stands there.
     *
     * @return false where there is no such field
     */
    public boolean type(String tagOrClass, String text) throws IOException, InterruptedException {
        Optional<Integer> field = find(tagOrClass, "");
        if (field.isEmpty()) {
            return false;
        }
        Map<String, Object> typed =
                Map.of("type", "mSync", "node", field.get(), "feature", 1, "property", "value", "value", text);
        require(call(typed), "what was typed");
        return true;
    }

    /**
     * Presses a button.
     *
     * @return false where there is no such button
     * @throws IOException where the house does not take it
     */
    public boolean press(String tagOrClass, String begin) throws IOException, InterruptedException {
        Optional<Integer> button = find(tagOrClass, begin);
        if (button.isEmpty()) {
            return false;
        }
        HttpResponse<String> answer =
                call(Map.of("type", "event", "node", button.get(), "event", "click", "data", CLICK));
        require(answer, "a press on " + begin);
        return true;
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
                        place(path),
                        "query",
                        query(path),
                        "appShellTitle",
                        "",
                        "historyState",
                        Map.of("idx", 0),
                        "trigger",
                        syncId == 0 ? "" : "client"));
        require(call(navigation), path);
    }

    private static void require(HttpResponse<String> answer, String what) throws IOException {
        JsonNode read = answer.statusCode() == 200 ? read(answer.body()) : JSON.createObjectNode();
        JsonNode meta = read.path("meta");
        if (meta.has("appError") || meta.has("sessionExpired") || !read.has("syncId")) {
            throw new IOException("the workspace refused " + what + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Sends a call as the page's script would, whatever it is, and notes what became of the page. */
    public HttpResponse<String> call(Map<String, Object> rpc) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(body(rpc));
        if (answer.statusCode() == 200) {
            note(read(answer.body()));
        }
        return answer;
    }

    private synchronized String body(Map<String, Object> rpc) {
        return JSON.writeValueAsString(
                Map.of("csrfToken", token, "rpc", List.of(rpc), "syncId", syncId, "clientId", clientId));
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

    private synchronized void note(JsonNode read) {
        if (!read.has("syncId")) {
            return;
        }
        early.put(read.required("syncId").asInt(), read);
        while (!early.isEmpty() && early.firstKey() <= syncId + 1) {
            take(early.pollFirstEntry().getValue());
        }
    }

    private void take(JsonNode read) {
        if (read.required("syncId").asInt() <= syncId) {
            return;
        }
        syncId = read.required("syncId").asInt();
        clientId = Math.max(clientId, read.required("clientId").asInt());
        tree.take(read);
        for (JsonNode change : read.path("changes")) {
            if (change.path("add").path(0).asString("").equals("frame")) {
                frame = change.path("node").asInt();
            }
            if (change.path("key").asString("").equals("tag")) {
                nodes.put(change.path("value").asString(), change.path("node").asInt());
            }
        }
        changed.accept(this);
    }

    /** Without what Vaadin puts before its JSON against inclusion as a script. */
    private static JsonNode read(String answer) {
        return JSON.readTree(answer.startsWith("for(;;);[") ? answer.substring(9, answer.length() - 1) : answer);
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(house.resolve(path)).header("Cookie", cookies());
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
        cookies(answer).forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        int equals = cookie.indexOf('=');
        if (equals > 0) {
            cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
        }
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
