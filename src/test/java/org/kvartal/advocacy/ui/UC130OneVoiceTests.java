package org.kvartal.advocacy.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.AdvocacyActs;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.discussions.Townspeople;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.shell.AmountField;
import org.kvartal.shell.DayField;
import org.kvartal.shell.Sheet;
import org.kvartal.testing.FrontSeat;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** The office words a recommendation, a member stands behind it, a letter gets its second pair of eyes, and its measure is kept. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "advocacy")
@Import({
    TurnableClock.Hands.class,
    SqlCounter.class,
    FrontSeat.class,
    CopiedLetters.class,
    Belonging.class,
    Townspeople.class,
    AdvocacyActs.class
})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.advocacy.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC130OneVoiceTests extends SpringBrowserlessTest {

    private static final Asker HOUSE = Asker.house("test");

    @Autowired
    Belonging belonging;

    @Autowired
    FrontSeat seat;

    @Autowired
    AdvocacyActs acts;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Measures measures;

    @BeforeEach
    void anOfficerSitsDown() {
        sitDown("Olga Officer", Role.OFFICER);
    }

    private void sitDown(String name, Role... roles) {
        PersonId person = belonging.person(name, roles);
        seat.take(Asker.of(person), Language.EN);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person.toString(),
                        "",
                        Arrays.stream(roles)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList()));
    }

    private static void go(String path) {
        UI.getCurrent().navigate("");
        Location wanted = new Location(path.replaceFirst("^/app/", ""));
        UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    private String page() {
        return find(Main.class).single().getElement().getTextRecursively();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private void send(String words) {
        test(find(Button.class, find(Sheet.class).single()).withText(words).single())
                .click();
    }

    private void write(String label, String text) {
        test(find(TextArea.class).withCaption(label).single()).setValue(text);
    }

    private RecommendationCard newest() {
        return recommendations
                .list(HOUSE, RecommendationFilter.ALL, null, 1)
                .recommendations()
                .getFirst();
    }

    @Test
    void anOfficerBeginsWordsAndProposesARecommendation() {
        go("advocacy");
        assertThat(page()).contains("Recommendations", "What the sector asks of authorities");
        go("advocacy/new");
        send("Begin");
        assertThat(find(TextArea.class).withCaption("Title (English)").single().isInvalid())
                .isTrue();
        write("Title (English)", "Rooms for rehearsal");
        write("The problem (English)", "Nobody can play after six.");
        write("What we ask for (English)", "Open the school halls.");
        send("Begin");

        assertThat(page()).contains("Rooms for rehearsal", "Draft", "Not confirmed by a session yet");
        press("Propose");
        send("Propose");
        assertThat(newest().state()).isEqualTo(RecommendationState.PROPOSED);
        assertThat(page()).contains("Proposed");
    }

    @Test
    void aMemberStandsBehindARecommendationAndTakesItBack() {
        String code = acts.open();
        sitDown("Mila Member", Role.MEMBER);
        go("advocacy/recommendations/" + code);
        assertThat(page()).contains("One form instead.", "0 people");

        press("Endorse");
        assertThat(page()).contains("1 person");
        press("Take my support back");
        assertThat(page()).contains("0 people");
        assertThat(find(Button.class).withText("Propose").exists()).isFalse();
    }

    @Test
    void aSecondOfficerSignsALetterThatSomebodyElseHasPrepared() {
        DispatchId id = acts.prepared();
        go("advocacy/letters/" + id);
        assertThat(page()).contains("Letter to Authority", "Waits for a signature", "Prepared by");

        press("Sign");
        send("Sign");
        // It is printed outside the page's turn.
        await().pollInSameThread()
                .until(() -> dispatches.find(HOUSE, id).orElseThrow().line().state() == DispatchState.SIGNED);
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains("It was sent");
        });

        assertThat(dispatches.find(HOUSE, id).orElseThrow().line().state()).isEqualTo(DispatchState.SIGNED);
        assertThat(page()).contains("Signed by: Olga Officer", "SHA-256", "It was sent");
    }

    @Test
    void whoeverPreparesALetterSeesInWhichLanguageItGoes() {
        go("advocacy/letters/" + acts.prepared());

        assertThat(page()).contains("in English");
    }

    @Test
    void aReplyOnPaperIsAskedForOnlyWhatBelongsToIt() {
        go("advocacy/letters/" + acts.delivered());
        press("Record a reply on paper");
        send("Record a reply on paper");
        assertThat(answer().isInvalid()).as("nothing is taken for granted").isTrue();
        assertThat(find(DayField.class)
                        .withCaption("Until which day they need time")
                        .exists())
                .isFalse();

        answer().setValue(ReplyChoice.NEEDS_TIME);
        assertThat(find(DayField.class)
                        .withCaption("Until which day they need time")
                        .exists())
                .isTrue();
        assertThat(find(DayField.class)
                        .withCaption("By when they will do it, if they say so")
                        .exists())
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private Select<ReplyChoice> answer() {
        return (Select<ReplyChoice>)
                find(Select.class).withCaption("What they answer").single();
    }

    @Test
    void whatAnAddresseeHasAgreedToWithoutADayBecomesAMeasureToo() {
        DispatchId id = acts.agreed();
        go("advocacy/letters/" + id);

        assertThat(find(Anchor.class).withText("Make a measure of it").single().getHref())
                .startsWith("/app/advocacy/measures/new?of=R-");
    }

    @Test
    void whatAnAddresseeHasPromisedBecomesAMeasure() {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Sofia")).plusDays(60);
        DispatchId id = acts.promised(day);
        go("advocacy/letters/" + id);
        assertThat(find(Anchor.class).withText("Make a measure of it").single().getHref())
                .isEqualTo("/app/advocacy/measures/new?letter=" + id);

        go("advocacy/measures/new?letter=" + id);
        assertThat(page()).contains("has promised this by");
        assertThat(test(find(TextField.class).withCaption("Carried out by").single())
                        .getComponent()
                        .getValue())
                .isEqualTo("Ada Ledger");
        send("Enter a measure");

        assertThat(measures.list(HOUSE, MeasureFilter.ALL, null, 1).measures())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.due()).isEqualTo(day);
                    assertThat(one.implementer()).isEqualTo("Ada Ledger");
                    assertThat(one.owner().in(Language.EN)).startsWith("Authority");
                });
    }

    @Test
    void aMeasureSaysWhatItIsMeasuredByOnceSomebodyHasSaidSo() {
        String code = acts.measured();
        go("advocacy/measures/" + code);
        assertThat(page()).doesNotContain("What it is measured by", "Budget");
        press("Edit");
        press("Add an indicator");
        send("Save");
        assertThat(find(TextArea.class)
                        .withCaption("What is counted (English)")
                        .single()
                        .isInvalid())
                .as("an indicator has a name")
                .isTrue();
        write("What is counted (English)", "Open rooms");
        number("Target", "40");
        number("Budget", "1,200");
        send("Save");
        assertThat(amount("Budget").isInvalid()).as("it may mean two things").isTrue();
        assertThat(amount("Budget").getValue()).as("what was typed stays").isEqualTo("1,200");
        number("Budget", "1200,50");
        send("Save");
        assertThat(page())
                .contains("What it is measured by", "Open rooms", "Target: 40", "€1,200.50")
                .doesNotContain("At first", "Weight");

        press("Say who does it");
        test(find(TextField.class).withCaption("Carried out by").single()).setValue("Us");
        send("Say who does it");
        press("Write a report");
        write("What has happened", "Twelve are open.");
        number("Open rooms", "12");
        send("Write a report");
        assertThat(page()).as("whoever keeps it publishes at once").contains("Now: 12", "Open rooms: 12");
        assertThat(find(Button.class).withText("Publish").exists()).isFalse();
    }

    private void number(String label, String value) {
        test(amount(label)).setValue(value);
    }

    private AmountField amount(String label) {
        return find(AmountField.class).withCaption(label).single();
    }

    @Test
    void oneFollowsByOnePressAndNoLongerByAnother() {
        sitDown("Mila Member", Role.MEMBER);
        go("advocacy/measures/" + acts.measured());
        press("Follow");
        press("Stop following");
        assertThat(find(Button.class).withText("Follow").exists()).isTrue();
        go("advocacy/recommendations/" + acts.open());
        press("Follow");
        assertThat(find(Button.class).withText("Stop following").exists()).isTrue();
    }

    @Test
    void everybodyReadsAMeasureAndTheOfficeKeepsIt() {
        String code = acts.measured();
        go("advocacy/measures");
        assertThat(page()).contains(code);
        go("advocacy/measures/" + code);
        press("Say who does it");
        test(find(TextField.class).withCaption("Carried out by").single()).setValue("Department of Forms");
        send("Say who does it");

        assertThat(page()).contains("Promised", "Department of Forms");
        sitDown("Mila Member", Role.MEMBER);
        go("advocacy/measures/" + code);
        assertThat(page()).contains("Promised");
        assertThat(find(Button.class).withText("Put on hold").exists()).isFalse();
        press("Write a report");
        write("What has happened", "I saw the form.");
        send("Write a report");
        assertThat(page()).contains("Draft", "I saw the form.");
    }

    @Test
    void aMeasureIsTiedToAnotherRecommendationThatItCarriesOut() {
        String code = acts.measured();
        RecommendationCard adopted = acts.adoptedOne();
        go("advocacy/measures/" + code);
        press("Carries out …");
        send("Carries out …");
        assertThat(find(RecommendationChoice.class).single().isInvalid()).isTrue();
        test(find(RecommendationChoice.class).single())
                .selectItem(adopted.code() + " · " + adopted.title().in(Language.EN));
        send("Carries out …");

        assertThat(page()).contains(adopted.code());
        go("advocacy/recommendations/" + adopted.code());
        assertThat(page()).contains(code);
    }

    @Test
    void whoeverWritesARecommendationTakesEvidenceAwayWhileItsTextIsOpen() {
        String code = acts.cited("The waiting list");
        sitDown("Mila Member", Role.MEMBER);
        go("advocacy/recommendations/" + code);
        assertThat(page()).contains("The waiting list");
        assertThat(find(Button.class).withText("Remove").exists()).isFalse();

        sitDown("Olga Officer", Role.OFFICER);
        go("advocacy/recommendations/" + code);
        press("Remove");
        assertThat(page()).contains("will no longer stand here as evidence");
        send("Remove");
        assertThat(page()).doesNotContain("The waiting list");
    }

    @Test
    void theRegisterSaysToWhomLettersGo() {
        acts.prepared();
        go("advocacy/addressees");

        assertThat(page()).contains("To whom letters can be written", "14 days for an answer", "office@example.org");
        sitDown("Mila Member", Role.MEMBER);
        go("advocacy/addressees");
        assertThat(page()).contains("14 days for an answer").doesNotContain("office@example.org");

        go("advocacy/addressees?find=Nobody+of+that+name");
        assertThat(page()).as("as the search leads there").contains("No addressee is called so");
    }
}
