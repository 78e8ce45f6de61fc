package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.web.Browser;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.NewMeasure;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.testing.MainLanguage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** An authority answers on plain pages, and everybody reads what was asked for, answered and done. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "advocacy",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
class PublicAdvocacyModuleTests extends AdvocacyHouse {

    @Autowired
    HouseBook book;

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void somebodyOpensABrowser() {
        browser = new Browser(port);
    }

    private String reply(AddresseeId to) {
        return "/reply/" + token(to);
    }

    @Test
    void anAuthorityAnswersInTwoStepsAndCorrectsItself() {
        AddresseeId to = addressee("Ministry of Forms", Language.EN, SOFIA, 14);
        RecommendationId recommendation = adopted("One form");
        DispatchId id = sent(recommendation, to);
        HttpResponse<String> letter = browser.get(reply(to));
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(letter.body())
                .contains("One form", "Ministry of Forms", "What do you answer?")
                .doesNotContain("??");
        assertThat(letter.headers().firstValue("Cache-Control")).hasValue("no-store");

        String look = browser.post(
                        reply(to),
                        "choice",
                        "refused",
                        "words",
                        "<script>alert(1)</script> no money",
                        "responsible",
                        "Ada Ledger",
                        "step",
                        "look")
                .body();
        assertThat(look)
                .contains("Everybody will read this", "&lt;script&gt;", "Ada Ledger")
                .doesNotContain("<script>");
        assertThat(letter(id).line().state()).as("nothing is sent yet").isEqualTo(DispatchState.SENT);

        String said = browser.post(
                        reply(to), "choice", "refused", "words", "There is no money.", "responsible", "", "step", "say")
                .body();
        assertThat(said).contains("Thank you", "There is no money.");
        assertThat(letter(id).line().state()).isEqualTo(DispatchState.NEEDS_CLASSIFICATION);
        assertThat(browser.get(reply(to)).body()).contains("Correct your answer", "There is no money.");

        dispatches.classify(officer, id, version(id), Position.REFUSED, "");
        assertThat(browser.get(reply(to)).body()).contains("It was read here").doesNotContain("<form");
        String late = browser.post(reply(to), "choice", "accepted", "words", "All.", "step", "say")
                .body();
        assertThat(late).contains("was read already");
        assertThat(browser.get("/en/recommendations/" + card(recommendation).code())
                        .body())
                .contains("Refused", "There is no money.", "Ministry of Forms");
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndWhatWasTypedStays() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        sent(adopted("Mended"), to);

        HttpResponse<String> nothing = browser.post(reply(to), "words", "Some words", "step", "look");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Choose an answer", "Some words");
        HttpResponse<String> mangled =
                browser.post(reply(to), "choice", "needs-time", "until", "tomorrow", "words", "Wait", "step", "look");
        assertThat(mangled.statusCode()).isEqualTo(422);
        assertThat(mangled.body()).contains("until-error", "Wait");
    }

    @ParameterizedTest
    @CsvSource({"ru, Что вы отвечаете?", "bg, Какво отговаряте?"})
    void theLettersLanguageComesFirstAndAnotherCanBeChosen(String code, String question) {
        Language language = Language.of(code).orElseThrow();
        AddresseeId to = addressee("Ministry " + code, language, SOFIA, 14);
        sent(adopted("In " + code), to);

        assertThat(browser.get(reply(to)).body())
                .contains(question, "lang=\"" + code + "\"")
                .doesNotContain("??");
        assertThat(browser.get(reply(to) + "?language=en").body()).contains("What do you answer?");
    }

    @Test
    void anAuthorityReadsWhoRaisedIt() {
        String mark = String.valueOf(Ids.next());
        Asker potter = person("Potter", Role.MEMBER);
        RecommendationId recommendation = confirmed("Raised");
        desk.cite(officer, recommendation, evidence(thread(member, "Kilns stand cold " + mark)));
        ThreadId gone = thread(potter, "About something else " + mark);
        desk.cite(officer, recommendation, evidence(gone));
        desk.withdraw(officer, recommendation, evidence(gone));
        endorsements.endorse(
                potter, recommendation, association("Potters " + mark, potter).id());
        desk.adopt(officer, recommendation, version(recommendation));
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        sent(recommendation, to);

        assertThat(browser.get(reply(to)).body())
                .contains("Who raised it", "Potters " + mark, "Kilns stand cold " + mark)
                .doesNotContain("About something else " + mark);
    }

    @Test
    void anOldOrInventedLinkLeadsNowhere() {
        assertThat(browser.get("/reply/" + "x".repeat(43)).statusCode()).isEqualTo(410);
        assertThat(browser.get("/reply/%3Cscript%3E").statusCode()).isEqualTo(410);
        assertThat(browser.post("/reply/" + "x".repeat(43), "choice", "accepted", "step", "say")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void theSignedLetterIsReadByTheLinkAlone() {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        DispatchId id = sent(adopted("A file"), to);

        assertThat(browser.get(reply(to) + "/letter").statusCode()).isEqualTo(200);
        assertThat(browser.get("/files/"
                                + Objects.requireNonNull(letter(id).letter()).id())
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void aLetterWhoseFileWasChangedIsReadByNobodyAndTheOfficeIsTold() throws IOException {
        AddresseeId to = addressee("Ministry", Language.EN, SOFIA, 14);
        DispatchId id = sent(adopted("An altered file"), to);
        FileId file = Objects.requireNonNull(letter(id).letter()).id();
        Path kept = files.content(file, false).orElseThrow().bytes().getFile().toPath();
        byte[] signed = Files.readAllBytes(kept);
        byte[] altered = signed.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(kept, altered);

        HttpResponse<String> refused = browser.get(reply(to) + "/letter");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("not the one that was signed").doesNotContain("%PDF", "??");
        assertThat(letter(id).altered()).isTrue();
        assertThat(letter(id).letter()).isNull();
        assertThat(files.addresses(Set.of(file), officer)).isEmpty();
        assertThat(owes(officer)).containsOnlyOnce("advocacy.altered:" + id);

        Files.write(kept, signed);
        assertThat(browser.get(reply(to) + "/letter").statusCode()).isEqualTo(200);
        assertThat(letter(id).altered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "bg"})
    void everybodyReadsWhatWasAskedForAndWhatIsDone(String language) {
        RecommendationId recommendation = adopted("Open to all " + language);
        MeasureId measure = MeasureId.next();
        LocalDate today = LocalDate.ofInstant(clock.instant(), SOFIA);
        measureDesk.enter(
                officer,
                new NewMeasure(
                        measure,
                        measure(
                                new Owner.OfEntry(authority("Authority " + language)),
                                today,
                                today.plusDays(90),
                                ReportSchedule.MONTHLY),
                        Set.of(recommendation)));
        String code = card(recommendation).code();
        String prefix = "/" + language;

        assertThat(browser.get(prefix + "/recommendations").body())
                .contains(code)
                .doesNotContain("??");
        assertThat(browser.get(prefix + "/recommendations/" + code).body())
                .contains(
                        "Open to all " + language,
                        "class=\"page-code-ink\" d=\"M0 0h7v1h-7z",
                        prefix + "/recommendations/" + code + "</span>",
                        shown(officer, measure).card().code(),
                        "trail")
                .doesNotContain("??");
        assertThat(browser.get(prefix + "/measures").body())
                .contains("One form")
                .doesNotContain("??");
        assertThat(browser.get(prefix + "/measures/"
                                + shown(officer, measure).card().code())
                        .body())
                .contains("Authority " + language, code)
                .doesNotContain("??");
        assertThat(browser.get(prefix + "/recommendations?before=zzz").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFeedIsTitledInTheMainLanguageOfTheHouse() {
        String tag = browser.get("/recommendations.atom")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        try (MainLanguage _ = new MainLanguage(Language.RU, jdbc, book)) {
            assertThat(browser.get("/recommendations.atom", "If-None-Match", tag)
                            .body())
                    .contains(" – Рекомендации</title>");
            assertThat(browser.get("/measures.atom").body()).contains(" – Меры</title>");
        }
    }

    @Test
    void programsReadTheSame() {
        String code = card(adopted("=Open to programs")).code();

        assertThat(browser.get("/recommendations.atom").body()).contains("<feed", code);
        HttpResponse<String> json = browser.get("/api/v1/recommendations.json");
        assertThat(json.body()).contains("\"code\":\"" + code + "\"", "\"state\":\"adopted\"");
        assertThat(browser.get("/api/v1/recommendations.csv").body())
                .contains(code, "'=Open to programs")
                .startsWith("\uFEFFcode,state");
        assertThat(browser.get("/api/v1/measures.json").statusCode()).isEqualTo(200);
        MeasureId measure = MeasureId.next();
        LocalDate today = LocalDate.ofInstant(clock.instant(), SOFIA);
        measureDesk.enter(
                officer,
                new NewMeasure(
                        measure,
                        measure(
                                new Owner.OfEntry(authority("Authority of feeds")),
                                today,
                                today.plusDays(90),
                                ReportSchedule.NONE),
                        Set.of()));
        assertThat(browser.get("/measures.atom").body())
                .contains("<feed", shown(officer, measure).card().code());
        json = browser.get("/api/v1/recommendations.json");
        String tag = json.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.get("/api/v1/recommendations.json", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void whatAMeasureIsMeasuredByAndMayCostIsForEverybodyAndNothingEmptyIsShown() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SOFIA);
        Owner owner = new Owner.OfEntry(authority("Authority of aims"));
        MeasureContent plain = measure(owner, today, today.plusDays(90), ReportSchedule.NONE);
        Aims aims = new Aims(
                List.of(new Indicator(Ids.next(), en("Open <studios>"), "m²", null, new BigDecimal("1200"), null)),
                null,
                new Budget(new BigDecimal("5000"), "EUR"));
        MeasureId without = MeasureId.next();
        MeasureId with = MeasureId.next();
        measureDesk.enter(officer, new NewMeasure(without, plain, Set.of()));
        measureDesk.enter(
                officer,
                new NewMeasure(
                        with,
                        new MeasureContent(
                                plain.title(),
                                null,
                                owner,
                                "",
                                plain.starts(),
                                plain.due(),
                                plain.schedule(),
                                "",
                                "",
                                aims),
                        Set.of()));

        String page = browser.get("/en/measures/" + shown(officer, with).card().code())
                .body();
        assertThat(page)
                .contains("Open &lt;studios&gt;", "Target: 1,200 m²", "€5,000")
                .doesNotContain("At first", "Now:", "Weight");
        assertThat(browser.get("/en/measures/" + shown(officer, without).card().code())
                        .body())
                .doesNotContain("What it is measured by", "Budget", "Weight");
        assertThat(browser.get("/api/v1/measures.json").body())
                .contains(
                        "\"name\":{\"en\":\"Open <studios>\"},\"unit\":\"m²\",\"target\":1200}",
                        "\"currency\":\"EUR\"");
        assertThat(browser.get("/api/v1/measures.csv").body()).contains("Open <studios>|m²||1200|");
    }

    @Test
    void theDescriptionOfTheOpenDataSaysWhatRecommendationsAndMeasuresAre() {
        assertThat(browser.get("/v3/api-docs", "Accept", "application/json").body())
                .contains(
                        "\"/api/v1/recommendations\"",
                        "\"/api/v1/measures.csv\"",
                        "Recommendations, the newest first",
                        "\"listMeasuresAsTable\"",
                        "What is done because of recommendations and strategies",
                        "How much of it is done, per cent");
    }
}
