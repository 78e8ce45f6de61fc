package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.web.Browser;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.NewBody;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.BodyType;
import org.kvartal.membership.TermId;
import org.kvartal.membership.TermMode;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anybody reads who is in the bodies of the house, as far as those people agreed, today and on any day. */
class PublicBodiesTests extends JoinOverHttp {

    @Autowired
    Bodies bodies;

    @Autowired
    House house;

    Asker officer;
    BodyId body;
    String slug;
    LocalDate today;

    @BeforeEach
    void aGroupHasAChairWhoAgreedAndAMemberWhoDidNot() {
        officer = officer();
        body = BodyId.next();
        slug = "presses-" + body;
        today = LocalDate.ofInstant(clock.instant(), house.zone());
        bodies.open(
                officer,
                new NewBody(
                        body,
                        slug,
                        BodyType.SECTOR_NETWORK,
                        new LocalizedText(
                                Language.EN, Map.of(Language.EN, "Hand <Presses>", Language.BG, "Ръчни преси")),
                        LocalizedText.of(Language.EN, "Keeps presses turning."),
                        "craft",
                        3));
        PersonId chair = appoint("Olga Chair", BodyRole.CHAIR, today.minusDays(10), null);
        bodies.consent(Asker.of(chair), body, true);
        appoint("Hidden Hana", BodyRole.MEMBER, today.minusDays(5), null);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybodyReadsTheListAndThePage(Language language) {
        String list = browser.get("/" + language.code() + "/bodies").body();
        assertThat(list)
                .contains(messages.text(language, "membership.bodies.of-type.sector-network"))
                .contains("/" + language.code() + "/bodies/" + slug)
                .contains(language == Language.BG ? "Ръчни преси" : "Hand &lt;Presses&gt;");

        String page = browser.get("/" + language.code() + "/bodies/" + slug).body();
        assertThat(page)
                .contains("Olga Chair")
                .contains(messages.text(language, "membership.body-role.chair"))
                .doesNotContain("Hidden Hana")
                .contains(messages.text(language, "membership.bodies.hidden", 1))
                .contains(messages.text(language, "membership.bodies.too-few", 3))
                .contains("rel=\"canonical\"");
    }

    @Test
    void aPastDayShowsWhoWasInItThen() {
        String before =
                browser.get("/en/bodies/" + slug + "?on=" + today.minusDays(7)).body();
        assertThat(before)
                .contains("Olga Chair")
                .doesNotContain("not shown here")
                .contains("noindex");

        String earlier =
                browser.get("/en/bodies/" + slug + "?on=" + today.minusDays(20)).body();
        assertThat(earlier).contains(text("membership.bodies.nobody")).doesNotContain("Olga Chair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-31", "%27", "2026-1-1", "+999999999-12-31T00"})
    void aMangledDayIsNoPage(String day) {
        assertThat(browser.get("/en/bodies/" + slug + "?on=" + day).statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageIsTheSameForEverybodyAndIsSentOnce() {
        String path = "/en/bodies/" + slug;
        HttpResponse<String> first = browser.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        Browser chair = new Browser(port);
        chair.plant("kvartal", "A".repeat(43), "/");
        chair.plant("kvartal-join", "A".repeat(43), "/");
        assertThat(chair.get(path).body()).isEqualTo(first.body());
        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(first.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("public"));
        assertThat(browser.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);

        appoint("Newly In", BodyRole.MEMBER, today, null);
        assertThat(browser.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void consentTakenBackHidesAtOnce() {
        String path = "/en/bodies/" + slug;
        PersonId person = appoint("Nina New", BodyRole.CONVENER, today, null);
        bodies.consent(Asker.of(person), body, true);
        assertThat(browser.get(path).body()).contains("Nina New");

        bodies.consent(Asker.of(person), body, false);

        assertThat(browser.get(path).body()).doesNotContain("Nina New");
    }

    @Test
    void searchEnginesReadItAsAnOrganization() {
        String page = browser.get("/en/bodies/" + slug).body();
        String script = page.substring(
                page.indexOf("application/ld+json\">") + "application/ld+json\">".length(),
                page.indexOf("</script>", page.indexOf("application/ld+json")));

        assertThat(script).doesNotContain("<");
        JsonNode json = JsonMapper.shared().readTree(script);
        assertThat(json.get("@type").asString()).isEqualTo("Organization");
        assertThat(json.get("name").asString()).isEqualTo("Hand <Presses>");
        assertThat(json.get("member")).hasSize(1);
        assertThat(json.get("member").get(0).get("member").get("name").asString())
                .isEqualTo("Olga Chair");
        assertThat(json.get("member").get(0).get("roleName").asString()).isEqualTo("Chair");

        assertThat(browser.get("/sitemap/bodies/0.xml").body())
                .contains("/en/bodies/" + slug + "<")
                .contains("/ru/bodies<")
                .contains("/bg/join<")
                .doesNotContain("lastmod");
    }

    @Test
    void aClosedBodyKeepsItsPage() {
        bodies.close(
                officer, body, bodies.find(officer, slug, null).orElseThrow().version(), "Done.");

        assertThat(browser.get("/en/bodies").body()).doesNotContain(slug);
        assertThat(browser.get("/en/bodies/" + slug).body()).contains(text("membership.bodies.closed"));
        assertThat(browser.get("/en/bodies/no-such").statusCode()).isEqualTo(404);
    }

    private PersonId appoint(String name, BodyRole role, LocalDate from, @Nullable LocalDate to) {
        PersonId person = somebody(name, "body-" + Ids.next() + "@example.org");
        bodies.appoint(officer, new NewTerm(TermId.next(), body, person, role, from, to, TermMode.ELECTED, ""));
        return person;
    }
}
