package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.MaterialAudience;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials.NewMaterial;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarFilter;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.seminars.TrainerRole;
import org.kvartal.testing.SqlCounter;

/** A seminar is begun in a minute, arranged, announced, held and kept. */
class SeminarsModuleTests extends SeminarHouse {

    @Test
    void aSeminarIsBegunInAMinuteAndItsLeadIsWhoeverBeganIt() {
        SeminarId id = SeminarId.next();
        String slug = desk.begin(lead, frame(id, "Bookkeeping for Sofia’s studios", 12));
        assertThat(slug).isEqualTo("bookkeeping-for-sofias-studios");
        assertThat(desk.begin(lead, frame(id, "Bookkeeping once more", 12)))
                .as("the same request again")
                .isEqualTo(slug);
        SeminarPage page = seminars.find(lead, slug).orElseThrow();
        assertThat(page.card().state()).isEqualTo(SeminarState.DRAFT);
        assertThat(page.content().hours()).as("six hours of sixty minutes").isEqualByComparingTo("8.0");
        assertThat(page.team()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Lena Lead");
            assertThat(one.role()).isEqualTo(TrainerRole.LEAD);
        });
        assertThat(page.may().manage()).isTrue();
    }

    @Test
    void aTitleInCyrillicHasAnAddressToo() {
        SeminarId id = SeminarId.next();
        NewSeminar frame = frame(id, "x", 5);
        String slug = desk.begin(
                lead,
                new NewSeminar(
                        id,
                        LocalizedText.of(Language.RU, "Учёт для мастерских"),
                        frame.date(),
                        frame.start(),
                        frame.end(),
                        SOFIA,
                        "",
                        5,
                        null));
        assertThat(slug).matches("[a-z0-9-]+").startsWith("uch");
        SeminarId other = SeminarId.next();
        assertThat(desk.begin(lead, frame(other, "***! 漢 ", 5))).isNotEmpty();
    }

    @Test
    void aDraftIsKnownToItsTeamAndTheOfficeAlone() {
        SeminarId id = begun("A secret seminar", 5);
        String slug = card(id).slug();
        assertThat(seminars.find(lead, slug)).isPresent();
        assertThat(seminars.find(officer, slug)).isPresent();
        assertThat(seminars.find(member, slug)).isEmpty();
        assertThat(seminars.find(Asker.guest(), slug)).isEmpty();
        assertThat(seminars.cards(member, List.of(id))).isEmpty();
        assertThatThrownBy(() -> registered(member, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.publish(member, id, version(id))).isInstanceOf(NotFound.class);
        desk.publish(lead, id, version(id));
        assertThat(seminars.find(Asker.guest(), slug)).isPresent();
        assertThatThrownBy(() -> desk.openRegistration(member, id, version(id))).isInstanceOf(Forbidden.class);
    }

    @Test
    void severalDaysWithParallelPartsMoveTheWhole() {
        SeminarId id = begun("Three days", 5);
        LocalDate first = today().plusDays(20);
        Day one = new Day(DayId.next(), first, LocalTime.of(9, 0), LocalTime.of(17, 0));
        Day two = new Day(DayId.next(), first.plusDays(1), LocalTime.of(9, 0), LocalTime.of(13, 0));
        Part hall = new Part(one.id(), en("Talks"), LocalTime.of(9, 0), LocalTime.of(10, 0), "Hall", "A");
        Part studio = new Part(one.id(), en("Hands on"), LocalTime.of(9, 0), LocalTime.of(10, 0), "Studio", "B");
        desk.plan(lead, id, version(id), List.of(two, one), List.of(hall, studio));
        SeminarPage page = page(lead, id);
        assertThat(page.days()).containsExactly(one, two);
        assertThat(page.parts()).containsExactly(hall, studio);
        assertThat(page.card().starts()).isEqualTo(first.atTime(9, 0));
        assertThat(page.card().ends()).isEqualTo(first.plusDays(1).atTime(13, 0));
        Part outside = new Part(two.id(), en("Late"), LocalTime.of(12, 0), LocalTime.of(14, 0), "", "");
        assertThatThrownBy(() -> desk.plan(lead, id, version(id), List.of(one, two), List.of(outside)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("parts"));
    }

    @Test
    void academicHoursFollowTheDaysUnlessSomebodyHasTypedThem() {
        SeminarId id = begun("Counted", 5);
        Day one = day(id);
        Day two = new Day(DayId.next(), one.date().plusDays(1), LocalTime.of(10, 0), LocalTime.of(11, 30));
        desk.plan(lead, id, version(id), List.of(one, two), List.of());
        assertThat(card(id).hours()).as("six hours, and one and a half").isEqualByComparingTo("10.0");
        desk.plan(lead, id, version(id), List.of(two), List.of());
        assertThat(card(id).hours()).isEqualByComparingTo("2.0");

        typed(id, "3.5");
        desk.plan(lead, id, version(id), List.of(one, two), List.of());
        assertThat(card(id).hours()).as("typed by hand").isEqualByComparingTo("3.5");
    }

    private void typed(SeminarId id, String hours) {
        SeminarContent now = page(lead, id).content();
        desk.change(
                lead,
                id,
                version(id),
                new SeminarContent(
                        now.title(),
                        now.about(),
                        now.programme(),
                        now.languages(),
                        now.topics(),
                        new BigDecimal(hours),
                        now.mode(),
                        now.capacity(),
                        now.minimum(),
                        now.goNoGoOn(),
                        now.perAssociation(),
                        now.offerHours(),
                        now.opens(),
                        now.closes(),
                        now.withdrawUntil(),
                        now.zone(),
                        now.place(),
                        now.city(),
                        now.link(),
                        now.rule()));
    }

    @Test
    void whatHasBegunIsNotAnnouncedAndIsSaidToHaveBegunNotToBeOver() {
        SeminarId id = begun("Late", 5);
        turnTo(id, Duration.ofHours(1));
        assertThat(announcing(id)).isEqualTo("seminars.refused.has-begun");
        turnTo(id, Duration.ofHours(7));
        assertThat(announcing(id)).isEqualTo("seminars.refused.past");
    }

    private String announcing(SeminarId id) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, () -> desk.publish(lead, id, version(id))))
                .key();
    }

    @Test
    void whatSomebodyElseHasChangedIsNotOverwritten() {
        SeminarId id = begun("Twice edited", 5);
        long seen = version(id);
        desk.ask(lead, id, seen, List.of());
        assertThatThrownBy(() -> desk.publish(lead, id, seen))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("seminars.refused.changed"));
    }

    @Test
    void fewerSeatsThanAreTakenAreRefused() {
        SeminarId id = opened(3);
        for (int i = 0; i < 2; i++) {
            registered(person("Person " + i), id);
        }
        assertThatThrownBy(() -> change(id, wishes -> wishes.capacity(1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("capacity"));
        change(id, wishes -> wishes.capacity(2));
        assertThat(card(id).free()).isZero();
    }

    @Test
    void theClockOpensClosesBeginsAndFinishesIt() {
        SeminarId id = begun("By the clock", 5);
        SeminarContent now = page(lead, id).content();
        LocalDateTime opens = today().plusDays(2).atTime(12, 0);
        desk.change(
                lead,
                id,
                version(id),
                new SeminarContent(
                        now.title(),
                        null,
                        null,
                        now.languages(),
                        Set.of(),
                        now.hours(),
                        now.mode(),
                        5,
                        4,
                        today().plusDays(8),
                        null,
                        48,
                        opens,
                        opens.plusDays(5),
                        null,
                        SOFIA,
                        "Hall",
                        null,
                        "",
                        now.rule()));
        desk.publish(lead, id, version(id));
        times.goOn();
        assertThat(card(id).state()).isEqualTo(SeminarState.PUBLISHED);
        clock.turn(Duration.between(clock.instant(), opens.atZone(SOFIA).toInstant()));
        times.goOn();
        assertThat(card(id).state()).isEqualTo(SeminarState.REGISTRATION_OPEN);
        clock.turn(Duration.ofDays(5));
        times.goOn();
        assertThat(card(id).state()).isEqualTo(SeminarState.REGISTRATION_CLOSED);
        clock.turn(Duration.ofDays(1));
        times.remind();
        assertThat(owes(lead)).as("too few, and somebody decides").contains("seminars.go-no-go:" + id);
        running(id);
        assertThat(owes(lead)).doesNotContain("seminars.go-no-go:" + id);
        turnTo(id, Duration.ofHours(7));
        times.goOn();
        assertThat(card(id).state()).as("there is time to mend who was there").isEqualTo(SeminarState.RUNNING);
        clock.turn(Duration.ofHours(12));
        times.goOn();
        assertThat(card(id).state()).isEqualTo(SeminarState.FINISHED);
        desk.archive(lead, id, version(id));
        assertThat(card(id).state()).isEqualTo(SeminarState.ARCHIVED);
    }

    @Test
    void whoeverIsRegisteredHearsThatItIsMovedOrCancelled() {
        SeminarId id = opened(5);
        Asker vera = person("Vera Visitor");
        registered(vera, id);
        colleague(lead, id, "guest-" + id + "@example.org", null);
        Day day = day(id);
        desk.plan(
                lead,
                id,
                version(id),
                List.of(new Day(day.id(), day.date().plusDays(1), day.start(), day.end())),
                List.of());
        isTold(vera, "at another time or elsewhere");
        assertThatThrownBy(() -> desk.cancel(lead, id, version(id), " "))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("reason"));
        desk.cancel(lead, id, version(id), "The hall burnt down.");
        isTold(vera, "is cancelled");
        assertThat(letters.kinds("guest-" + id + "@example.org")).containsExactly("place-started", "cancelled");
        assertThatThrownBy(() -> registered(member, id)).isInstanceOf(Refused.class);
    }

    @Test
    void aListIsReadByKeysetInOneQueryHoweverLongItIs() {
        SeminarFilter ours = new SeminarFilter(false, null, "design", "Bookkeeping");
        int before = seminars.list(member, ours, null, 1_000).seminars().size();
        for (int i = 0; i < 7; i++) {
            opened(5);
        }
        var few = SqlCounter.during(() -> seminars.list(member, SeminarFilter.COMING, null, 2));
        var many = SqlCounter.during(() -> seminars.list(member, SeminarFilter.COMING, null, 1_000));
        assertThat(many.statements()).hasSameSizeAs(few.statements());
        List<SeminarId> found = new ArrayList<>();
        Seminars.SeminarKey key = null;
        do {
            var stretch = seminars.list(member, SeminarFilter.COMING, key, 2);
            stretch.seminars().forEach(card -> found.add(card.id()));
            key = stretch.next();
        } while (key != null);
        assertThat(found)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        many.result().seminars().stream().map(SeminarCard::id).toList());
        assertThat(seminars.list(member, ours, null, 1_000).seminars()).hasSize(before + 7);
        assertThat(seminars.list(member, new SeminarFilter(false, null, null, "100%_\\"), null, 100)
                        .seminars())
                .isEmpty();
    }

    @Test
    void aPageTakesTheSameNumberOfQueriesHoweverMuchStandsOnIt() {
        SeminarId small = opened(50);
        registered(member, small);
        SeminarId large = opened(50);
        registered(member, large);
        for (int i = 0; i < 10; i++) {
            registered(person("Person " + i), large);
            materials.point(
                    lead,
                    large,
                    new NewMaterial(MaterialId.next(), "Slides " + i, MaterialAudience.ALL),
                    "example.org/" + i);
        }
        desk.staff(
                lead,
                large,
                version(large),
                List.of(
                        new Trainer(lead.requirePerson(), "", TrainerRole.LEAD),
                        new Trainer(second.requirePerson(), "", TrainerRole.TRAINER),
                        new Trainer(null, "Somebody known", TrainerRole.TRAINER)));
        assertThat(SqlCounter.during(() -> page(member, large)).statements())
                .hasSameSizeAs(SqlCounter.during(() -> page(member, small)).statements());
        assertThat(SqlCounter.during(() -> registrations.list(lead, large, Set.of(), null, 50))
                        .statements())
                .hasSameSizeAs(SqlCounter.during(() -> registrations.list(lead, small, Set.of(), null, 50))
                        .statements());
        assertThat(SqlCounter.during(() -> checkIn.sheet(lead, large, null, 50)).statements())
                .hasSameSizeAs(SqlCounter.during(() -> checkIn.sheet(lead, small, null, 50))
                        .statements());
    }

    @Test
    void whatIsTypedMaliciouslyIsRefusedOrHarmless() {
        SeminarId id = begun("Hostile", 5);
        SeminarContent now = page(lead, id).content();
        assertThat(seminars.find(lead, "'; DROP TABLE seminar; --")).isEmpty();
        assertThat(seminars.find(lead, "../../etc/passwd")).isEmpty();
        assertThatThrownBy(() -> desk.begin(lead, frame(SeminarId.next(), "x".repeat(201), 5)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.begin(lead, frame(SeminarId.next(), "Seats", 0)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.begin(lead, frame(SeminarId.next(), "Seats", 1_000_000)))
                .isInstanceOf(Refused.class);
        for (String link : List.of("javascript:alert(1)", "http://user:pw@example.org/", "ftp://example.org", "x")) {
            assertThatThrownBy(() -> desk.change(
                            lead,
                            id,
                            version(id),
                            new SeminarContent(
                                    now.title(),
                                    null,
                                    null,
                                    now.languages(),
                                    Set.of(),
                                    now.hours(),
                                    now.mode(),
                                    5,
                                    null,
                                    null,
                                    null,
                                    48,
                                    null,
                                    null,
                                    null,
                                    SOFIA,
                                    "",
                                    null,
                                    link,
                                    now.rule())))
                    .as(link)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.field()).isEqualTo("link"));
        }
        SeminarId other = begun("Other", 5);
        Day theirs = day(other);
        assertThatThrownBy(() -> desk.plan(lead, id, version(id), List.of(theirs), List.of()))
                .as("the day of another seminar")
                .isInstanceOf(Refused.class);
    }
}
