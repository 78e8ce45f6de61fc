package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.Bodies.BodyChange;
import org.kvartal.membership.Bodies.BodyPage;
import org.kvartal.membership.Bodies.NewBody;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.Bodies.TermLine;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.BodyType;
import org.kvartal.membership.TermId;
import org.kvartal.membership.TermMode;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** Bodies of the house: who is in them, who was, and who may see it. */
class BodiesModuleTests extends MembershipHouse {

    @Autowired
    Bodies bodies;

    @Autowired
    House house;

    final BodyId body = BodyId.next();
    final String slug = "group-" + body;
    LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void aGroupIsOpened() {
        today = LocalDate.ofInstant(clock.instant(), house.zone());
        bodies.open(officer, group(body, slug, 3));
    }

    @Test
    void whoWasInItOnADayCanAlwaysBeTold() {
        PersonId ann = somebody();
        PersonId boris = somebody();
        appoint(ann, BodyRole.CONVENER, today.minusDays(100), today.minusDays(51));
        appoint(boris, BodyRole.MEMBER, today.minusDays(60), null);
        appoint(ann, BodyRole.CHAIR, today.plusDays(10), null);

        assertThat(people(officer, today.minusDays(101))).isEmpty();
        assertThat(people(officer, today.minusDays(100))).containsExactly(ann);
        assertThat(people(officer, today.minusDays(51))).containsExactly(ann, boris);
        assertThat(people(officer, today.minusDays(50))).containsExactly(boris);
        assertThat(people(officer, null)).containsExactly(boris);
        assertThat(people(officer, today.plusDays(10)))
                .as("the chair comes first")
                .containsExactly(ann, boris);
        assertThat(bodies.history(officer, body)).hasSize(3);
        assertThat(bodies.of(officer, boris)).extracting(BodyCard::id).containsExactly(body);
        assertThat(bodies.of(officer, ann)).isEmpty();
    }

    @Test
    void belowItsMinimumABodySaysSo() {
        appoint(somebody(), BodyRole.MEMBER, today, null);
        appoint(somebody(), BodyRole.MEMBER, today, null);
        assertThat(page(officer).card().belowMinimum()).isTrue();

        appoint(somebody(), BodyRole.CONVENER, today, null);
        assertThat(page(officer).card().belowMinimum()).isFalse();
        assertThat(page(officer).card().people()).isEqualTo(3);
    }

    @Test
    void othersSeeThoseWhoAgreedToBeShown() {
        PersonId ann = somebody();
        PersonId boris = somebody();
        appoint(ann, BodyRole.MEMBER, today, null);
        appoint(boris, BodyRole.MEMBER, today, null);

        assertThat(people(Asker.guest(), null)).isEmpty();
        assertThat(page(Asker.guest()).hidden()).isEqualTo(2);
        bodies.consent(Asker.of(ann), body, true);
        assertThat(people(Asker.guest(), null)).containsExactly(ann);
        assertThat(people(Asker.of(boris), null)).as("themselves, too").containsExactlyInAnyOrder(ann, boris);
        assertThat(people(person(Role.MEMBER), null)).containsExactlyInAnyOrder(ann, boris);
        assertThat(page(Asker.of(ann)).consent()).isTrue();
        assertThat(page(Asker.of(boris)).consent()).isFalse();
        assertThat(page(officer).consent()).isNull();

        bodies.consent(Asker.of(ann), body, false);
        assertThat(people(Asker.guest(), null)).isEmpty();
        assertThat(bodies.history(Asker.guest(), body)).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> bodies.consent(person(Role.MEMBER), body, true));
    }

    @Test
    void inWhichBodiesSomebodyIsOthersLearnWhereTheyAgreed() {
        PersonId ann = somebody();
        appoint(ann, BodyRole.MEMBER, today, null);
        List<Asker> others = List.of(person(), Asker.guest());

        for (Asker other : others) {
            assertThat(bodies.of(other, ann)).isEmpty();
        }
        for (Asker one : List.of(Asker.of(ann), person(Role.MEMBER), officer)) {
            assertThat(bodies.of(one, ann)).extracting(BodyCard::id).containsExactly(body);
        }

        bodies.consent(Asker.of(ann), body, true);

        for (Asker other : others) {
            assertThat(bodies.of(other, ann)).extracting(BodyCard::id).containsExactly(body);
        }
    }

    @Test
    void nobodyIsInABodyTwiceAtATime() {
        PersonId ann = somebody();
        NewTerm term = term(ann, BodyRole.MEMBER, today, today.plusDays(9));
        bodies.appoint(officer, term);
        bodies.appoint(officer, term);

        assertThat(bodies.history(officer, body)).hasSize(1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> appoint(ann, BodyRole.CHAIR, today.plusDays(9), null))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("person"));
        appoint(ann, BodyRole.CHAIR, today.plusDays(10), null);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> appoint(PersonId.next(), BodyRole.MEMBER, today, null));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> appoint(somebody(), BodyRole.MEMBER, today, today.minusDays(1)));
    }

    @Test
    void aTermIsEndedAndNeverDeleted() {
        PersonId ann = somebody();
        NewTerm term = term(ann, BodyRole.MEMBER, today.minusDays(9), null);
        bodies.appoint(officer, term);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> bodies.end(officer, term.id(), today, " "));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> bodies.end(officer, term.id(), today.minusDays(10), "Moved."));
        bodies.end(officer, term.id(), today.minusDays(1), "Moved.");

        assertThat(people(officer, null)).isEmpty();
        assertThat(people(officer, today.minusDays(1))).containsExactly(ann);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> bodies.end(officer, term.id(), today, "Again."));
    }

    @Test
    void aClosedBodyStaysReadableAndTakesNobody() {
        PersonId ann = somebody();
        appoint(ann, BodyRole.MEMBER, today.minusDays(1), null);

        bodies.close(officer, body, page(officer).version(), "Its work is done.");

        assertThat(page(officer).card().open()).isFalse();
        assertThat(bodies.all(officer)).extracting(Bodies.BodyCard::id).doesNotContain(body);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> appoint(somebody(), BodyRole.MEMBER, today, null));
        clock.turn(Duration.ofDays(1));
        assertThat(bodies.of(officer, ann)).isEmpty();
        assertThat(people(officer, today)).containsExactly(ann);
    }

    @Test
    void aChangeIsMadeOnWhatWasSeen() {
        long version = page(officer).version();
        bodies.change(officer, change(version, "Renamed", 5));

        assertThat(page(officer).card().name().in(Language.EN)).isEqualTo("Renamed");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> bodies.change(officer, change(version, "Overwritten", 5)));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> bodies.change(officer, change(page(officer).version(), "Tiny", 0)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("minimum"));
    }

    @Test
    void anAddressIsOneBodysAndTheSameIdIsTheSameBody() {
        bodies.open(officer, group(body, slug, 3));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> bodies.open(officer, group(body, "another-" + Ids.next(), 3)));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> bodies.open(officer, group(BodyId.next(), slug, 3)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("slug"));
        for (String bad : List.of("", "Группа", "a b", "-", "../x", "a".repeat(61))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> bodies.open(officer, group(BodyId.next(), bad, 3)));
        }
    }

    @Test
    void onlyTheOfficeManagesBodies() {
        NewTerm term = term(somebody(), BodyRole.MEMBER, today, null);
        bodies.appoint(officer, term);
        for (Asker stranger : List.of(Asker.guest(), person(), person(Role.MEMBER), person(Role.ADMINISTRATOR))) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> bodies.open(stranger, group(BodyId.next(), "x-" + Ids.next(), 3)));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> bodies.appoint(stranger, term(somebody(), BodyRole.MEMBER, today, null)));
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> bodies.end(stranger, term.id(), today, "No."));
            assertThat(page(stranger).mayManage()).isFalse();
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> bodies.end(officer, TermId.next(), today, "No."));
        assertThat(bodies.find(officer, "no-such-body", null)).isEmpty();
    }

    @Test
    void aPageTakesAConstantNumberOfStatements() {
        appoint(somebody(), BodyRole.MEMBER, today, null);
        int few = SqlCounter.during(() -> page(officer)).statements().size();
        for (int i = 0; i < 5; i++) {
            appoint(somebody(), BodyRole.MEMBER, today, null);
        }

        assertThat(SqlCounter.during(() -> page(officer)).statements()).hasSize(few);
        assertThat(SqlCounter.during(() -> bodies.all(officer)).statements()).hasSize(1);
    }

    private BodyPage page(Asker asker) {
        return bodies.find(asker, slug, null).orElseThrow();
    }

    private List<PersonId> people(Asker asker, @Nullable LocalDate on) {
        return bodies.find(asker, slug, on).orElseThrow().people().stream()
                .map(TermLine::person)
                .map(PersonCard::id)
                .toList();
    }

    private void appoint(PersonId person, BodyRole role, LocalDate from, @Nullable LocalDate to) {
        bodies.appoint(officer, term(person, role, from, to));
    }

    private NewTerm term(PersonId person, BodyRole role, LocalDate from, @Nullable LocalDate to) {
        return new NewTerm(TermId.next(), body, person, role, from, to, TermMode.ELECTED, "Protocol 3");
    }

    @Test
    void aPurposeHasParagraphsAndANameIsOneLine() {
        bodies.change(
                officer,
                new BodyChange(
                        body,
                        bodies.find(officer, slug, null).orElseThrow().version(),
                        LocalizedText.of(Language.EN, "A\ngroup"),
                        LocalizedText.of(Language.EN, "To begin.\n\nTo go on."),
                        null,
                        3));

        BodyCard card = bodies.find(officer, slug, null).orElseThrow().card();
        assertThat(card.name().in(Language.EN)).isEqualTo("A group");
        assertThat(requireNonNull(card.purpose()).in(Language.EN)).isEqualTo("To begin.\n\nTo go on.");
    }

    private BodyChange change(long version, String name, int minimum) {
        return new BodyChange(body, version, LocalizedText.of(Language.EN, name), null, null, minimum);
    }

    private static NewBody group(BodyId id, String slug, int minimum) {
        return new NewBody(
                id,
                slug,
                BodyType.INITIATIVE_GROUP,
                LocalizedText.of(Language.EN, "A group"),
                LocalizedText.of(Language.EN, "To begin a forum."),
                "design",
                minimum);
    }
}
