package org.kvartal.seminars.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Mandates;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.Registrations.GuestPlace;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.May;
import org.kvartal.seminars.Seminars.ProgrammeCard;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.seminars.Seminars.TrainerLine;
import org.kvartal.seminars.domain.SeminarSight.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The whole page of a seminar, in a number of queries that does not depend on how much stands on it. */
@Component
class PageReads {

    private final SeminarReads reads;
    private final SeminarRows rows;
    private final RegistrationReads registrations;
    private final MaterialReads materials;
    private final VoiceReads voices;
    private final SeminarSight sight;
    private final People people;
    private final Mandates mandates;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    PageReads(
            SeminarReads reads,
            SeminarRows rows,
            RegistrationReads registrations,
            MaterialReads materials,
            VoiceReads voices,
            SeminarSight sight,
            People people,
            Mandates mandates,
            JdbcClient jdbc,
            HouseClock clock) {
        this.reads = reads;
        this.rows = rows;
        this.registrations = registrations;
        this.materials = materials;
        this.voices = voices;
        this.sight = sight;
        this.people = people;
        this.mandates = mandates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Whole(SeminarCard card, SeminarContent content, String reason) {}

    Optional<SeminarPage> page(Asker asker, String slug) {
        return reads.cards(asker, "AND s.slug = :slug")
                .param("slug", slug)
                .query((row, _) ->
                        new Whole(SeminarReads.card(row), SeminarReads.content(row), row.getString("reason")))
                .optional()
                .map(whole -> page(
                        asker,
                        whole,
                        asker.person()
                                .flatMap(person ->
                                        registrations.ofPerson(whole.card().id(), person))
                                .orElse(null)));
    }

    /** What the link of a letter shows. */
    Optional<GuestPlace> guest(RegistrationId id) {
        record Whose(SeminarId seminar, @Nullable PersonId person, String name, Language language) {}
        return jdbc.sql("SELECT seminar, person, name, language FROM seminar_registration WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> new Whose(
                        Stored.seminar(row, "seminar"),
                        Columns.personOrNull(row, "person"),
                        row.getString("name"),
                        Columns.language(row, "language")))
                .optional()
                .flatMap(whose -> registrations
                        .place(id)
                        .flatMap(place -> reads.cards(Asker.guest(), "AND s.id = :id")
                                .param("id", whose.seminar().value())
                                .query((row, _) -> new Whole(
                                        SeminarReads.card(row), SeminarReads.content(row), row.getString("reason")))
                                .optional()
                                .map(whole -> new GuestPlace(
                                        whose.person() == null
                                                ? whose.name()
                                                : people.card(whose.person())
                                                        .map(PersonCard::name)
                                                        .orElse(whose.name()),
                                        whose.language(),
                                        page(Asker.guest(), whole, place),
                                        place))));
    }

    private SeminarPage page(Asker asker, Whole whole, @Nullable Place mine) {
        SeminarId id = whole.card().id();
        Standing standing = sight.in(id, asker);
        boolean takesPart = mine != null && mine.state().takesPart();
        boolean attended = mine != null && mine.state().attended();
        List<Trainer> team = rows.team(id);
        Map<PersonId, PersonCard> cards = people.cards(
                team.stream().map(Trainer::person).filter(Objects::nonNull).toList());
        ProgrammeId programme = whole.card().programme();
        SeminarState state = whole.card().state();
        return new SeminarPage(
                whole.card(),
                takesPart || standing.letIn() || standing.manage() ? whole.content() : withoutLink(whole.content()),
                programme == null ? null : programme(programme).orElse(null),
                rows.days(id),
                rows.parts(id),
                standing.decide() || standing.manage() ? rows.groups(id) : List.of(),
                rows.questions(id),
                team.stream()
                        .map(one -> {
                            PersonCard card = one.person() == null ? null : cards.get(one.person());
                            return new TrainerLine(card, card == null ? one.name() : card.name(), one.role());
                        })
                        .toList(),
                materials.of(id, new MaterialReads.Receiver(takesPart, attended, standing.keep() || standing.manage())),
                whole.reason(),
                mine,
                asker.person().map(mandates::of).orElse(List.of()),
                mine == null ? List.of() : voices.wished(id, mine),
                new May(
                        asker.person().isPresent()
                                && state == SeminarState.REGISTRATION_OPEN
                                && whole.card().mode() != RegistrationMode.BY_INVITATION
                                && !begun(whole.card())
                                && (mine == null || !mine.state().live()),
                        standing.manage(),
                        standing.decide(),
                        standing.keep(),
                        standing.letIn(),
                        standing.certify(),
                        standing.read()));
    }

    private boolean begun(SeminarCard card) {
        return !card.starts().atZone(card.zone()).toInstant().isAfter(clock.now());
    }

    private Optional<ProgrammeCard> programme(ProgrammeId id) {
        return jdbc.sql("SELECT * FROM seminar_programme WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> SeminarReads.programme(row))
                .optional();
    }

    private static SeminarContent withoutLink(SeminarContent all) {
        return new SeminarContent(
                all.title(),
                all.about(),
                all.programme(),
                all.languages(),
                all.topics(),
                all.hours(),
                all.mode(),
                all.capacity(),
                all.minimum(),
                all.goNoGoOn(),
                all.perAssociation(),
                all.offerHours(),
                all.opens(),
                all.closes(),
                all.withdrawUntil(),
                all.zone(),
                all.place(),
                all.city(),
                "",
                all.rule());
    }
}
