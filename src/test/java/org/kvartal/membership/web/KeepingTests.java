package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.web.Browser;
import org.kvartal.membership.ApplicationKind;

/** What is typed is saved as it is typed: an older save never takes the place of a newer one, and nothing is lost between two windows. */
class KeepingTests extends JoinOverHttp {

    @BeforeEach
    void somebodyTypes() {
        begin(ApplicationKind.PERSON);
    }

    @Test
    void saveAfterSaveIsKept() {
        long next = mine().form().sequence() + 1;

        assertThat(keep(next, "I we").body()).isEqualTo("{\"sequence\":" + next + ",\"kept\":true,\"problem\":null}");
        assertThat(keep(next + 1, "I weave").body()).contains("\"kept\":true");

        assertThat(mine().form().description()).isEqualTo("I weave");
    }

    @Test
    void anOlderSaveThatComesLateChangesNothing() {
        long next = mine().form().sequence() + 1;
        keep(next + 1, "I weave");

        assertThat(keep(next, "I we").body()).contains("\"kept\":false").contains("\"sequence\":" + (next + 1));

        assertThat(mine().form().description()).isEqualTo("I weave");
    }

    @Test
    void whatAnotherWindowWroteIsNotOverwrittenUnseen() {
        long stale = mine().form().sequence() + 1;
        keep(stale, "From the train");

        HttpResponse<String> answer = fill(
                "work",
                "sequence",
                String.valueOf(stale),
                "city",
                "Sofia",
                "sectors",
                "design",
                "description",
                "From the desk");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(text("membership.join.changed-elsewhere"))
                .contains("From the desk")
                .contains("name=\"sequence\" value=\"" + (stale + 1) + "\"");
        assertThat(mine().form().description()).isEqualTo("From the train");

        fill(
                "work",
                "sequence",
                String.valueOf(stale + 1),
                "city",
                "Sofia",
                "sectors",
                "design",
                "description",
                "From the desk");
        assertThat(mine().form().description()).isEqualTo("From the desk");
    }

    @Test
    void anotherPageThatWasSavedMeanwhileIsNoConflict() {
        Matcher page = Pattern.compile("name=\"(sequence|from)\" value=\"([^\"]*)\"")
                .matcher(browser.get(step("work")).body());
        page.find();
        String sequence = page.group(2);
        page.find();
        String from = page.group(2);
        press("later", "you", "applicant", "Ada Loom");

        fill(
                "work",
                "sequence",
                sequence,
                "from",
                from,
                "city",
                "Sofia",
                "sectors",
                "design",
                "description",
                "I weave");

        assertThat(mine().form().description()).isEqualTo("I weave");
        assertThat(mine().form().applicant()).isEqualTo("Ada Loom");
    }

    @Test
    void theSameTypedTwiceIsNoConflict() {
        long stale = mine().form().sequence() + 1;
        keepWith(
                browser,
                "work",
                "sequence",
                String.valueOf(stale),
                "city",
                "Sofia",
                "sectors",
                "design",
                "description",
                "I weave");

        assertThat(location(fill(
                        "work",
                        "sequence",
                        String.valueOf(stale),
                        "city",
                        "Sofia",
                        "sectors",
                        "design",
                        "description",
                        "I weave")))
                .isEqualTo(step("summary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0", "9223372036854775807", "99999999999999999999", "x", "1e3"})
    void aMangledSequenceCountsAsTheNextOne(String sequence) {
        HttpResponse<String> answer = keepWith(browser, "work", "sequence", sequence, "description", "I weave");

        assertThat(answer.body()).contains("\"kept\":true");
        assertThat(mine().form().sequence()).isLessThan(10);
    }

    @Test
    void aTextThatIsTooLongToBeKeptSaysSo() {
        String tooLong = "ж".repeat(8_001);

        assertThat(keep(mine().form().sequence() + 1, tooLong).body())
                .contains("\"kept\":false")
                .contains(text("kernel.refused.too-long", 8_000));
        HttpResponse<String> answer = fill("work", "description", tooLong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(tooLong);
    }

    @Test
    void otherPagesOfTheFormStayAsTheyWere() {
        press("later", "work", "city", "Sofia", "sectors", "design", "description", "I weave");

        keepWith(browser, "you", "applicant", "Ada Loom", "description", "from nowhere", "city", "Paris");

        assertThat(mine().form().applicant()).isEqualTo("Ada Loom");
        assertThat(mine().form().description()).isEqualTo("I weave");
        assertThat(mine().form().place()).isEqualTo("sofia");
    }

    @Test
    void nothingIsKeptWithoutAKeyOrOnAPageThatTheFormDoesNotHave() {
        assertThat(keepWith(browser, "papers", "registrationNumber", "1").statusCode())
                .isEqualTo(404);
        assertThat(keepWith(new Browser(port), "work", "description", "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatHasBeenSentIsNotChanged() {
        fill("work", "city", "Sofia", "sectors", "design", "description", "I weave.");
        comeBack();
        consentAndSend();

        assertThat(keep(mine().form().sequence() + 1, "Something else").body())
                .contains("\"kept\":false")
                .contains(text("membership.refused.not-editable"));
        assertThat(mine().form().description()).isEqualTo("I weave.");
    }

    private static HttpResponse<String> keepWith(Browser browser, String step, String... fields) {
        return browser.postWith(
                List.of("Accept", "application/json", "Sec-Fetch-Site", "same-origin"), step(step) + "/kept", fields);
    }

    private HttpResponse<String> keep(long sequence, String description) {
        return keepWith(browser, "work", "sequence", String.valueOf(sequence), "description", description);
    }
}
