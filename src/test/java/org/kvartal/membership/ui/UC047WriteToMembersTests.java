package org.kvartal.membership.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Letter;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.Circulars;
import org.kvartal.membership.Circulars.Circle;
import org.kvartal.membership.Circulars.NewCircular;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.TermId;
import org.kvartal.membership.TermMode;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.Notifications.Echo;
import org.kvartal.notifications.domain.MailRounds;
import org.kvartal.testing.Focus;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The office writes to all members or some of them, and each reads it in their own language, as they wish. */
@Import(MailRounds.class)
class UC047WriteToMembersTests extends FrontDesk {

    @Autowired
    Circulars circulars;

    @Autowired
    Inbox inbox;

    @Autowired
    MailRounds mail;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLetterIsLookedAtSentToOneselfAndThenSent() {
        belonging.memberNamed("Ada Reader");
        go("members/letters");
        press("Write to members");
        type("Subject (English)", "The hall is closed");
        press("Look at it first");
        assertThat(page()).doesNotContain("It would reach");

        write("Letter (English)", "Until Monday.\n\nThen it opens again.");
        press("Look at it first");

        int people = circulars.reach(asker(), letter(Circle.ALL, text("x"))).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(page())
                .contains("It would reach " + people + (people == 1 ? " person" : " people"))
                .contains("The hall is closed", "Until Monday.", "Then it opens again.", "English: " + people);
        press("Send it to me alone");
        assertThat(letters.to(address(me))).extracting(Letter::template).containsExactly("membership.letter.circular");
        press("Send to " + people + (people == 1 ? " person" : " people"));

        assertThat(rows("The hall is closed")).isNotEmpty();
        assertThat(page()).contains("by mail 0, waiting " + people + ", opened 0");
    }

    @Test
    void whatIsMissingIsSaidEverywhereAndOneGoesOnAtTheFirstOfIt() {
        go("members/letters");
        press("Write to members");
        press("Look at it first");

        TextField subject =
                find(TextField.class).withCaption("Subject (English)").single();
        assertThat(subject.isInvalid()).isTrue();
        assertThat(find(TextArea.class).withCaption("Letter (English)").single().isInvalid())
                .isTrue();
        assertThat(Focus.led()).contains(subject.getElement().getNode());
    }

    @Test
    void whatIsTooLongIsSaidBesideItBeforeAnybodyLooks() {
        go("members/letters");
        press("Write to members");
        type("Subject (English)", "x".repeat(Circulars.SUBJECT_LENGTH + 1));
        write("Letter (English)", "x".repeat(Circulars.TEXT_LENGTH + 1));
        press("Look at it first");

        TextField subject =
                find(TextField.class).withCaption("Subject (English)").single();
        assertThat(subject.getErrorMessage()).contains("120");
        assertThat(find(TextArea.class).withCaption("Letter (English)").single().getErrorMessage())
                .contains("8,000");
        assertThat(subject.getValue()).hasSize(Circulars.SUBJECT_LENGTH + 1);
        assertThat(page()).doesNotContain("It would reach");
    }

    @Test
    void whatIsChangedAfterALookIsLookedAtAnew() {
        belonging.memberNamed("Ada Reader");
        go("members/letters");
        press("Write to members");
        type("Subject (English)", "The hall is closed");
        write("Letter (English)", "Until Monday.");
        press("Look at it first");
        assertThat(page()).contains("It would reach");

        write("Letter (English)", "Until Tuesday.");

        assertThat(page()).doesNotContain("It would reach", "Until Monday.");
    }

    @Test
    void itGoesToWhomItIsMeantForOnceAndNobodyElseReadsIt() {
        BodyId group = belonging.body("group-" + Ids.next(), "Initiative group");
        PersonId ada = inGroup(group, "Ada");
        PersonId speaker = belonging.person("Bo");
        MemberCard guild = belonging.member(MemberKind.ASSOCIATION, "Guild", null);
        belonging.mandate(guild, speaker, RepresentationKind.PRIMARY);
        appoint(group, speaker);
        PersonId outside = belonging.person("Cyril");
        belonging.member(MemberKind.PERSON, "Cyril", outside);
        jdbc.sql("UPDATE person SET language = 'ru' WHERE id = ?")
                .param(speaker.value())
                .update();
        LocalizedText subject = new LocalizedText(Language.EN, Map.of(Language.EN, "Closed", Language.RU, "Закрыто"));
        LocalizedText text =
                new LocalizedText(Language.EN, Map.of(Language.EN, "Till Monday", Language.RU, "До понедельника"));

        assertThat(circulars.reach(asker(), letter(new Circle(null, group, null, null), subject)))
                .isEqualTo(Map.of(Language.EN, 1, Language.RU, 1));
        assertThat(circulars.reach(asker(), letter(new Circle(MemberKind.PERSON, group, "BG", null), subject)))
                .isEqualTo(Map.of(Language.EN, 1));
        assertThat(circulars.reach(asker(), letter(new Circle(MemberKind.ASSOCIATION, group, null, "sofia"), subject)))
                .isEqualTo(Map.of(Language.RU, 1));
        assertThat(circulars.reach(asker(), letter(new Circle(null, group, "DE", null), subject)))
                .isEmpty();

        NewCircular circular = new NewCircular(CircularId.next(), new Circle(null, group, null, null), subject, text);
        circulars.send(asker(), circular);
        circulars.send(asker(), circular);
        clock.turn(Duration.ofMinutes(10));
        mail.run();
        mail.run();

        assertThat(inbox.newest(Asker.of(ada), Language.EN, null, 10).lines())
                .filteredOn(line -> line.text().title().equals("Closed"))
                .hasSize(1);
        assertThat(letters.to(address(ada)))
                .filteredOn(letter -> letter.arguments().contains("Closed"))
                .hasSize(1);
        assertThat(letters.to(address(speaker)))
                .filteredOn(letter -> letter.arguments().contains("Закрыто"))
                .hasSize(1);
        assertThat(circulars.find(Asker.of(ada), circular.id()).echo()).isNull();
        assertThat(circulars.sent(asker(), 50))
                .filteredOn(one -> one.id().equals(circular.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.people()).isEqualTo(2);
                    Echo echo = Objects.requireNonNull(one.echo());
                    assertThat(echo.told()).isEqualTo(2);
                    assertThat(echo.sent() + echo.waiting()).isEqualTo(2);
                });
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> circulars.find(Asker.of(outside), circular.id()));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> circulars.sent(Asker.of(ada), 10));
    }

    @Test
    void itIsMeantForThoseWhoHoldARoleInTheHouse() {
        BodyId group = belonging.body("group-" + Ids.next(), "Initiative group");
        PersonId facilitator = inGroup(group, "Faina", Role.FACILITATOR);
        PersonId ofASeries = inGroup(group, "Sergei");
        grant(ofASeries, Scope.of("series", Ids.next()), null);
        PersonId formerly = inGroup(group, "Former");
        grant(formerly, Scope.PLATFORM, clock.instant());
        inGroup(group, "Ada");
        PersonId outside = belonging.person("Otto", Role.FACILITATOR);

        assertThat(circulars.functions(asker()))
                .startsWith("membership.representatives", "membership.primaries")
                .endsWith("membership.facilitators", "membership.officers", "membership.administrators");
        assertThat(circulars.reach(asker(), letter(of(group, "membership.facilitators"), text("Closed"))))
                .as("of those who belong")
                .isEqualTo(Map.of(Language.EN, 2));
        assertThat(circulars.reach(asker(), letter(of(group, "membership.officers"), text("Closed"))))
                .isEmpty();
        String subject = "For facilitators " + Ids.next();
        circulars.send(
                asker(),
                new NewCircular(CircularId.next(), of(group, "membership.facilitators"), text(subject), text("Soon")));

        assertThat(told(facilitator)).contains(subject);
        assertThat(told(ofASeries)).contains(subject);
        assertThat(told(formerly)).doesNotContain(subject);
        assertThat(told(outside)).doesNotContain(subject);
    }

    @Test
    void aRepresentativeIsMeantWithTheOrganisationAndAChairWithTheBody() {
        BodyId group = belonging.body("group-" + Ids.next(), "Initiative group");
        BodyId other = belonging.body("group-" + Ids.next(), "Another group");
        PersonId primary = belonging.person("Petra");
        PersonId delegate = belonging.person("Delyan");
        PersonId treasurer = belonging.person("Fedya");
        MemberCard guild = belonging.member(MemberKind.ASSOCIATION, "Guild", null);
        MemberCard agency = belonging.member(MemberKind.AGENCY, "Agency", null);
        belonging.mandate(guild, primary, RepresentationKind.PRIMARY);
        belonging.mandate(agency, primary, RepresentationKind.DEPUTY);
        belonging.mandate(guild, delegate, RepresentationKind.DELEGATE);
        belonging.mandate(guild, treasurer, RepresentationKind.FINANCE);
        for (PersonId person : List.of(primary, delegate, treasurer)) {
            appoint(group, person);
        }
        PersonId chair = belonging.person("Chavdar");
        belonging.member(MemberKind.PERSON, "Chavdar", chair);
        appoint(group, chair, BodyRole.CHAIR);
        appoint(other, chair, BodyRole.CONVENER);

        assertThat(people(of(group, "membership.representatives"))).isEqualTo(3);
        assertThat(people(of(group, "membership.delegates"))).isEqualTo(1);
        assertThat(people(of(group, "membership.finance"))).isEqualTo(1);
        assertThat(people(new Circle(MemberKind.ASSOCIATION, group, null, "sofia", "membership.primaries")))
                .isEqualTo(1);
        assertThat(people(new Circle(MemberKind.AGENCY, group, null, null, "membership.primaries")))
                .as("a deputy there")
                .isZero();
        assertThat(people(new Circle(MemberKind.AGENCY, group, null, null, "membership.deputies")))
                .isEqualTo(1);
        assertThat(people(of(group, "membership.in-bodies"))).isEqualTo(4);
        assertThat(people(of(group, "membership.chairs"))).isEqualTo(1);
        assertThat(people(of(group, "membership.conveners")))
                .as("of the other one")
                .isZero();
        assertThat(people(of(other, "membership.conveners"))).isEqualTo(1);
    }

    @Test
    void aRoleThatNobodyKnowsAnyMoreIsRefused() {
        Circle circle = new Circle(null, null, null, null, "orchestra.players");

        assertThatThrownBy(() -> circulars.reach(asker(), letter(circle, text("x"))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> circulars.send(asker(), new NewCircular(CircularId.next(), circle, text("x"), text("x"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theOfficeChoosesTheRoleAndLooksAgainAfterAnotherChoice() {
        BodyId group = belonging.body("group-" + Ids.next(), "Group of facilitators " + Ids.next());
        String name = bodies.all(asker()).stream()
                .filter(one -> one.id().equals(group))
                .map(one -> one.name().in(Language.EN))
                .findFirst()
                .orElseThrow();
        PersonId facilitator = inGroup(group, "Faina", Role.FACILITATOR);
        PersonId ada = inGroup(group, "Ada");
        String subject = "Bring your bells " + Ids.next();
        go("members/letters");
        press("Write to members");
        choose("In a group or network", name);
        choose("Role", "Facilitators");
        type("Subject (English)", subject);
        write("Letter (English)", "At six.");
        press("Look at it first");
        assertThat(page()).contains("It would reach 1 person");

        choose("Role", "Chairs of groups and networks");
        assertThat(page()).doesNotContain("It would reach");
        press("Look at it first");
        assertThat(page()).contains("It would reach nobody");
        choose("Role", "Facilitators");
        press("Look at it first");
        press("Send to 1 person");

        assertThat(rows(subject)).singleElement().asString().contains("1 person");
        assertThat(told(facilitator)).contains(subject);
        assertThat(told(ada)).doesNotContain(subject);
    }

    @Test
    void theListTakesTheSameNumberOfStatementsHoweverLongItIs() {
        BodyId group = belonging.body("group-" + Ids.next(), "Initiative group");
        inGroup(group, "Ada");
        Runnable send = () -> circulars.send(
                asker(),
                new NewCircular(
                        CircularId.next(), new Circle(null, group, null, null), text("Closed"), text("Till Monday")));
        send.run();
        var few = SqlCounter.during(() -> circulars.sent(asker(), 100));
        for (int number = 0; number < 4; number++) {
            send.run();
        }

        var many = SqlCounter.during(() -> circulars.sent(asker(), 100));

        assertThat(many.result())
                .hasSize(few.result().size() + 4)
                .allSatisfy(one ->
                        assertThat(Objects.requireNonNull(one.echo()).told()).isEqualTo(one.people()));
        assertThat(many.statements()).hasSameSizeAs(few.statements());
    }

    @Test
    void howManyItReachesIsCountedInTheDatabase() {
        BodyId group = belonging.body("group-" + Ids.next(), "Initiative group");
        for (int number = 0; number < 5; number++) {
            inGroup(group, "Ada " + number);
        }

        var reach = SqlCounter.during(
                () -> circulars.reach(asker(), letter(new Circle(null, group, null, null), text("Closed"))));

        assertThat(reach.result()).isEqualTo(Map.of(Language.EN, 5));
        assertThat(reach.statements())
                .filteredOn(statement -> statement.matches("(?s).*FROM person\\b.*"))
                .singleElement()
                .satisfies(statement -> assertThat(statement).contains("GROUP BY language"));
    }

    @Test
    void whoeverLeavesBeforeTheMinutesAreOverGetsNothing() {
        BodyId group = belonging.body("group-" + Ids.next(), "Initiative group");
        PersonId ada = inGroup(group, "Ada");
        circulars.send(
                asker(),
                new NewCircular(
                        CircularId.next(), new Circle(null, group, null, null), text("Closed"), text("Till Monday")));
        jdbc.sql("DELETE FROM role_grant WHERE person = ?").param(ada.value()).update();

        clock.turn(Duration.ofMinutes(10));
        mail.run();

        assertThat(letters.to(address(ada)))
                .noneMatch(letter -> letter.arguments().contains("Closed"));
        assertThat(inbox.newest(Asker.of(ada), Language.EN, null, 10).lines()).isEmpty();
    }

    @Test
    void whatSaysNothingOrReachesNobodyIsNotSent() {
        BodyId empty = belonging.body("group-" + Ids.next(), "Nobody yet");
        for (NewCircular circular : List.of(
                new NewCircular(CircularId.next(), Circle.ALL, text("x".repeat(121)), text("x")),
                new NewCircular(CircularId.next(), Circle.ALL, text("x"), text("x".repeat(8_001))),
                new NewCircular(CircularId.next(), new Circle(null, empty, null, null), text("x"), text("x")))) {
            assertThatThrownBy(() -> circulars.send(asker(), circular)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void whoDoesNotWriteLettersFindsNoPage() {
        sitDown("Mira Member", Role.MEMBER);
        go("members/letters");
        assertThat(heading()).isNotEqualTo("Letters to members");
    }

    private static Circle of(BodyId group, String function) {
        return new Circle(null, group, null, null, function);
    }

    private int people(Circle circle) {
        return circulars.reach(asker(), letter(circle, text("x"))).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<String> told(PersonId person) {
        return inbox.newest(Asker.of(person), Language.EN, null, 10).lines().stream()
                .map(line -> line.text().title())
                .toList();
    }

    private void grant(PersonId person, Scope scope, @Nullable Instant to) {
        grants.give(
                Asker.house("test"),
                new Grant(person, Role.FACILITATOR, scope, clock.instant().minusSeconds(60), to));
    }

    private PersonId inGroup(BodyId group, String name, Role... roles) {
        PersonId person = belonging.person(name, roles);
        belonging.member(MemberKind.PERSON, name, person);
        appoint(group, person);
        return person;
    }

    private void appoint(BodyId group, PersonId person) {
        appoint(group, person, BodyRole.MEMBER);
    }

    private void appoint(BodyId group, PersonId person, BodyRole role) {
        bodies.appoint(
                Asker.house("test"),
                new NewTerm(
                        TermId.next(),
                        group,
                        person,
                        role,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(7),
                        null,
                        TermMode.APPOINTED,
                        ""));
    }

    private String address(PersonId person) {
        return "person-" + person + "@example.org";
    }

    private static NewCircular letter(Circle to, LocalizedText subject) {
        return new NewCircular(CircularId.next(), to, subject, text("Until Monday."));
    }

    private static LocalizedText text(String words) {
        return LocalizedText.of(Language.EN, words);
    }
}
