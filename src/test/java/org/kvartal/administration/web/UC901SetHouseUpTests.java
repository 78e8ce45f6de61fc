package org.kvartal.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Role;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Accent;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.StartNote;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever has started a new house makes it theirs, behind a real web server. */
@TestInstance(Lifecycle.PER_METHOD)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
class UC901SetHouseUpTests {

    private static final Pattern LINK = Pattern.compile("/set-up\\?token=\\S+");
    private static final String PROPOSED = "#b8432f";
    private static final String BOUNDARY = "----set-up";

    @LocalServerPort
    int port;

    @Autowired
    List<StartNote> notes;

    @Autowired
    House house;

    @Autowired
    HouseBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void aHouseThatNobodyKeeps() {
        jdbc.sql("DELETE FROM role_grant WHERE role = 'ADMINISTRATOR'").update();
        jdbc.sql("DELETE FROM house_section").update();
        book.readAgain();
    }

    @Test
    void thePrintedLinkMakesAHouseAndItsAdministratorOnce() {
        String earlier = printed();
        String link = printed();
        assertThat(get(earlier).statusCode()).as("each start prints another").isEqualTo(410);
        assertThat(get("/set-up?token=guessed").statusCode()).isEqualTo(410);
        assertThat(get(link + "&language=ru").body()).contains("Настройте свой дом");

        String email = "first-" + Ids.next() + "@example.org";
        HttpResponse<String> made = send(form(link, email), Samples.png(80, 40));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        assertThat(made.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/app"));
        assertThat(made.headers().allValues("Set-Cookie")).isNotEmpty();
        assertThat(house.name()).isEqualTo("Дом искусств");
        assertThat(house.baseUrl()).isEqualTo("http://localhost:" + port);
        assertThat(house.accent()).hasToString("#0b6e4f");
        assertThat(house.languages()).containsExactly(Language.RU, Language.EN);
        assertThat(house.zone().getId()).isEqualTo("Asia/Almaty");
        assertThat(house.uses("seminars")).isFalse();
        assertThat(house.uses("alliance")).isTrue();
        assertThat(roles(email)).containsExactlyInAnyOrder(Role.ADMINISTRATOR.name(), Role.OFFICER.name());
        assertThat(get(Objects.requireNonNull(house.mark())).statusCode())
                .as("everybody sees the mark")
                .isEqualTo(200);

        assertThat(send(form(link, "second-" + email), null).statusCode()).isEqualTo(410);
        Map<String, List<String>> wrong = form(link, "third-" + email);
        wrong.put("name", List.of(""));
        assertThat(send(wrong, null).statusCode())
                .as("whoever has no link is shown no form, whatever they send")
                .isEqualTo(410);
        assertThat(notes.stream().flatMap(note -> note.lines().stream()))
                .as("nothing is printed any more")
                .noneMatch(line -> line.contains("/set-up"));
    }

    @Test
    void aColourThatWasChosenIsTheHousesAndTheProposedOneOnlyWhereItIsTicked() {
        assertThat(begun(form -> form.remove("own"))).isEqualTo("#0b6e4f");
        assertThat(begun(form -> {
                    form.remove("own");
                    form.put("accent", List.of(PROPOSED));
                }))
                .isNull();
        assertThat(begun(form -> form.put("accent", List.of(PROPOSED)))).isEqualTo(PROPOSED);
    }

    private @Nullable String begun(Consumer<Map<String, List<String>>> otherwise) {
        aHouseThatNobodyKeeps();
        Map<String, List<String>> form = form(printed(), "first-" + Ids.next() + "@example.org");
        otherwise.accept(form);
        HttpResponse<String> made = send(form, null);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        Accent accent = house.accent();
        return accent == null ? null : accent.hex();
    }

    @Test
    void aFirstLanguageThatWasChosenIsOfferedAndTheProposedOneMayBeUnticked() {
        begun(form -> {
            form.put("languages", List.of("ru"));
            form.put("first", List.of("bg"));
        });
        assertThat(house.languages()).containsExactly(Language.BG, Language.RU);

        begun(form -> {
            form.put("languages", List.of("en"));
            form.put("first", List.of("ru"));
        });
        assertThat(house.languages()).containsExactly(Language.EN);
    }

    @Test
    void whatWasChosenIsTickedWhereThePageIsShownAgain() {
        Map<String, List<String>> form = form(printed(), "nobody");
        form.remove("own");
        form.put("languages", List.of("ru"));
        form.put("first", List.of("bg"));

        assertThat(send(form, null).body())
                .contains("/administration/set-up.js", "data-proposed=\"" + PROPOSED + "\"")
                .containsPattern("<input[^>]*id=\"own\"[^>]*checked")
                .containsPattern("<input[^>]*id=\"languages-bg\"[^>]*checked");
        assertThat(get("/administration/set-up.js").statusCode()).isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsMade() {
        Map<String, List<String>> form = form(printed(), "nobody");
        form.put("name", List.of("  "));
        form.put("languages", List.of());
        form.put("address", List.of("not an address"));
        form.put("password", List.of("short"));
        form.put("host", List.of("smtp.example.org"));
        form.put("from", List.of("nobody"));

        HttpResponse<String> refused = send(form, null);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"name-says\"", "id=\"address-says\"", "id=\"email-says\"", "id=\"password-says\"")
                .contains("id=\"from-says\"", "Выберите хотя бы один язык.", "not an address")
                .doesNotContain("short");
        assertThat(house.version()).isZero();
    }

    @Test
    void thePageProposesAClockAndCanSayThatNothingIsSavedWithoutAConnection() {
        String page = get(printed() + "&language=ru").body();

        assertThat(page)
                .contains("data-waits", "data-waits-says=\"Нет связи, сохранение приостановлено.")
                .containsPattern("(?s)<select id=\"zone\"[^>]*>((?!</select>).)*<option [^>]*selected");
    }

    @Test
    void whatIsNoPictureIsNoMark() {
        HttpResponse<String> refused = send(
                form(printed(), "first-" + Ids.next() + "@example.org"), "<svg/>".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"mark-says\"");
        assertThat(house.version()).isZero();
    }

    @Test
    void everyAddressOfAModuleThatIsNotInUseAnswersThatNothingIsThere() {
        Map<String, List<String>> form = form(printed(), "first-" + Ids.next() + "@example.org");
        assertThat(send(form, null).statusCode()).isEqualTo(302);

        List<String> addresses = addressesOf(house.resting());
        assertThat(addresses)
                .contains("/ru/seminars", "/ru/missions", "/ru/recommendations", "/ru/sessions")
                .hasSizeGreaterThan(30);
        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(get(address).statusCode()).as(address).isEqualTo(404));
        String front = get("/ru").body();
        assertThat(front)
                .contains("Дом искусств", "/look/house.css", "/ru/directory", "/ru/calendar")
                .doesNotContain("/ru/seminars", "/ru/missions", "/ru/recommendations", "/ru/sessions")
                .doesNotContain("hreflang=\"bg\"")
                .contains("Наш общий дом", "Здесь мы обсуждаем свои дела", "Дом искусств – наш общий дом")
                .doesNotContain("общий дом творческих", "раз в месяц", "рекомендации, на которые");
        assertThat(get("/sitemap.xml").body()).doesNotContain("seminars", "missions");
        assertThat(get("/look/house.css").body()).contains("--accent: light-dark(#0b6e4f");
        assertThat(get("/bg/threads?a=b").headers().firstValue("Location")).contains("/ru/threads?a=b");

        jdbc.sql("DELETE FROM house_section WHERE name = 'modules'").update();
        book.readAgain();
        assertThat(get("/ru/seminars").statusCode())
                .as("on again, and all is there")
                .isEqualTo(200);
        assertThat(get("/ru").body())
                .contains("Общий дом творческих индустрий", "Дом искусств – общий дом творческих индустрий")
                .contains("собираются раз в месяц и превращают проблемы в рекомендации");
        jdbc.sql("""
                INSERT INTO house_section (name, version, content, changed_at)
                VALUES ('modules', 7, '{"resting": "advocacy"}', now())
                """).update();
        book.readAgain();
        assertThat(get("/ru").body())
                .contains("Общий дом творческих индустрий", "собираются раз в месяц.")
                .doesNotContain("рекомендации, на которые");
    }

    /** The addresses at which pages, data and feeds of these modules are read. */
    private List<String> addressesOf(Set<String> modules) {
        List<String> addresses = new ArrayList<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            var methods = info.getMethodsCondition().getMethods();
            if (modules.contains(House.module(method.getBeanType()))
                    && (methods.isEmpty()
                            || methods.stream().anyMatch(one -> one.name().equals("GET")))) {
                info.getPatternValues().forEach(pattern -> addresses.add(example(pattern)));
            }
        }));
        return addresses.stream().filter(address -> !address.startsWith("/my/")).toList();
    }

    private static String example(String pattern) {
        return pattern.replaceAll("\\{language[^}]*}", "ru")
                .replaceAll("\\{[^}]*\\\\d(?:\\{[^}]*})?[^}]*}", "1")
                .replaceAll("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "x");
    }

    private String printed() {
        return notes.stream()
                .flatMap(note -> note.lines().stream())
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, List<String>> form(String link, String email) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        form.put("token", List.of(link.substring(link.indexOf('=') + 1)));
        form.put("language", List.of("ru"));
        form.put("name", List.of("Дом искусств"));
        form.put("preset", List.of("SMALL"));
        form.put("own", List.of("yes"));
        form.put("accent", List.of("#0b6e4f"));
        form.put("address", List.of("http://localhost:" + port));
        form.put("languages", List.of("ru", "en"));
        form.put("first", List.of("ru"));
        form.put("zone", List.of("Asia/Almaty"));
        form.put("person", List.of("Ада Первая"));
        form.put("email", List.of(email));
        form.put("password", List.of("three blue doors"));
        return form;
    }

    private List<String> roles(String email) {
        return jdbc.sql("""
                SELECT role FROM role_grant g JOIN account a ON a.person = g.person WHERE a.address = :email
                """)
                .param("email", email)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build());
    }

    private HttpResponse<String> send(Map<String, List<String>> form, byte @Nullable [] mark) {
        var body = new ByteArrayOutputStream();
        form.forEach((name, values) -> values.forEach(value -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8))));
        if (mark != null) {
            body.writeBytes(
                    ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"mark\"; filename=\"mark.png\""
                                    + "\r\nContent-Type: image/png\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(mark);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return exchange(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/set-up?language=ru"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
