package org.kvartal.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AddedItem;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SessionId;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.springframework.boot.test.context.TestComponent;

/** Brings what stands around the people of a journey: a session that is announced, a seminar and its hours, an office to write to. */
@TestComponent
class Surroundings {

    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private static final Asker HOUSE = Asker.house("journeys");

    private final Convening convening;
    private final Agenda agenda;
    private final Entries entries;
    private final Addressees addressees;
    private final SeminarDesk seminarDesk;
    private final Seminars seminars;
    private final Clock clock;

    Surroundings(
            Convening convening,
            Agenda agenda,
            Entries entries,
            Addressees addressees,
            SeminarDesk seminarDesk,
            Seminars seminars,
            Clock clock) {
        this.convening = convening;
        this.agenda = agenda;
        this.entries = entries;
        this.addressees = addressees;
        this.seminarDesk = seminarDesk;
        this.seminars = seminars;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    /** An open session in an hour, which begins with a welcome; its code. */
    String session(Resident officer, String name) {
        Language language = officer.language();
        Asker by = Asker.of(officer.id());
        SessionId session = SessionId.next();
        String code = convening.plan(
                by,
                new NewSession(
                        session,
                        LocalizedText.of(language, name),
                        LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(1)), SOFIA),
                        SOFIA,
                        60,
                        new Venue("Letterpress hall", "sofia", "https://call.example.org/looms"),
                        null));
        AgendaDesk desk = agenda.desk(by, code).orElseThrow();
        agenda.add(
                by,
                session,
                desk.agendaVersion(),
                desk.parts().getFirst().id(),
                new AddedItem(
                        new NewItem(
                                ItemId.next(), null, null, "Welcome", language, "", ItemKind.INFO, 5, "", null, null),
                        ItemVisibility.COMMON,
                        null));
        convening.open(
                by, session, agenda.desk(by, code).orElseThrow().session().version(), false);
        return code;
    }

    /** A school of the directory that is reached by mail and is no member. */
    void school(String name, String mail, Language language) {
        EntryContent content = EntryContent.of(EntryKind.SCHOOL, Names.of(name, language.code()));
        entries.make(
                HOUSE,
                NewEntry.of(
                        EntryId.next(),
                        EntryKind.SCHOOL,
                        content.withContacts(List.of(EntryContent.Contact.office(mail, null)))));
    }

    /** An authority of the directory that answers letters. */
    void authority(String name, String mail, Language language) {
        EntryId entry = EntryId.next();
        entries.make(
                HOUSE,
                NewEntry.of(
                        entry,
                        EntryKind.AUTHORITY,
                        EntryContent.of(EntryKind.AUTHORITY, new Names(name, language.code(), Map.of(), List.of()))));
        addressees.enter(
                HOUSE,
                AddresseeId.next(),
                new AddresseeContent(entry, "", "", "Ada Ledger", mail, "", language, SOFIA, 14));
    }

    /** A seminar in ten days for which one registers now; its address. */
    String seminar(Resident lead, String title, int seats) {
        Asker by = Asker.of(lead.id());
        SeminarId id = SeminarId.next();
        String slug = seminarDesk.begin(
                by,
                new NewSeminar(
                        id,
                        LocalizedText.of(lead.language(), title),
                        today().plusDays(10),
                        LocalTime.of(10, 0),
                        LocalTime.of(17, 0),
                        SOFIA,
                        "Letterpress hall",
                        seats,
                        null));
        seminarDesk.publish(by, id, shown(by, slug).card().version());
        seminarDesk.openRegistration(by, id, shown(by, slug).card().version());
        return slug;
    }

    private SeminarPage shown(Asker by, String slug) {
        return seminars.find(by, slug).orElseThrow();
    }

    /** Lets the day of a seminar be today, from morning till night, and begins it. */
    void letsBegin(Resident lead, String slug) {
        move(lead, slug, LocalTime.of(23, 59));
        Asker by = Asker.of(lead.id());
        await().atMost(Browser.PATIENCE).until(() -> goesOn(by, shown(by, slug).card()));
    }

    /** One state further on the way to the beginning; whether it has begun. */
    private boolean goesOn(Asker by, SeminarCard seminar) {
        try {
            switch (seminar.state()) {
                case REGISTRATION_OPEN -> seminarDesk.closeRegistration(by, seminar.id(), seminar.version());
                case REGISTRATION_CLOSED -> seminarDesk.start(by, seminar.id(), seminar.version());
                default -> {
                    return seminar.state() == SeminarState.RUNNING;
                }
            }
        } catch (Refused theHouseWasFaster) {
            // It has gone on by itself.
        }
        return false;
    }

    /** Lets it be over since a minute ago. */
    void letsPass(Resident lead, String slug) {
        LocalTime ago = LocalTime.now(clock.withZone(SOFIA)).truncatedTo(ChronoUnit.MINUTES);
        move(lead, slug, ago.isAfter(LocalTime.of(0, 2)) ? ago.minusMinutes(1) : LocalTime.of(0, 1));
    }

    private void move(Resident lead, String slug, LocalTime end) {
        Asker by = Asker.of(lead.id());
        SeminarPage page = shown(by, slug);
        Day day = page.days().getFirst();
        seminarDesk.plan(
                by,
                page.card().id(),
                page.card().version(),
                List.of(new Day(day.id(), today(), LocalTime.MIDNIGHT, end)),
                List.of());
    }
}
