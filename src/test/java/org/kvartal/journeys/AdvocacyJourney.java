package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Room;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.forum.SessionId;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.beans.factory.annotation.Autowired;

/** What a room has recommended goes out with two signatures' worth of eyes, is answered by a link, done, and verified by others; the trail is walked from both ends. */
@Journey
class AdvocacyJourney {

    private static final Asker HOUSE = Asker.house("journeys");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Autowired
    Residents residents;

    @Autowired
    Convening convening;

    @Autowired
    Agenda agenda;

    @Autowired
    Room room;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Entries entries;

    @Autowired
    Addressees addressees;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void aWordOfTheRoomComesBackAsSomethingDone(Language language, Visitors visitors) {
        String mark = language.code();
        Resident officer = residents.officer("Olga Voice-" + mark, language);
        Resident second = residents.officer("Sava Voice-" + mark, language);
        Resident member = residents.member("Mila Voice-" + mark, language);
        Resident chair = residents.member("Chavdar Voice-" + mark, language);
        String guild = "Guild of printers " + mark;
        residents.association(guild, chair);
        String thread = residents.thread(member, "Empty halls " + mark, "Ten halls stand empty.", "Twelve, by now.");
        String asked = "The city lends its empty halls to workshops " + mark;
        String code = confirmed(officer, thread, asked, language);
        String authority = "Office of halls " + mark;
        String mail = "halls-" + mark + "@example.org";
        enterAddressee(authority, mail, language);
        String path = AdvocacyPages.recommendation(code);
        String publicPath = "/" + mark + AdvocacyPages.inPublic(code);

        Visitor desk = visitors.reading(language);
        desk.signIn(officer, path);
        look(desk);
        desk.button("advocacy.app.edit").click();
        labelled(desk, "advocacy.field.problem").fill("Workshops pay for rooms by the hour while halls stand empty.");
        look(desk);
        send(desk, "advocacy.app.save");
        assertThat(desk.page().getByText("Workshops pay for rooms by the hour").first())
                .isVisible();
        act(desk, "advocacy.app.propose");
        desk.button("advocacy.app.consult").click();
        pick(desk, "advocacy.app.field.until", today());
        send(desk, "advocacy.app.consult");
        assertThat(desk.button("advocacy.app.adopt")).isVisible();

        Visitor speaker = visitors.onPhone(language);
        speaker.signIn(chair, path);
        look(speaker);
        speaker.button("advocacy.app.endorse-for", guild).click();
        assertThat(speaker.page()
                        .getByText(speaker.words("advocacy.count.associations", 1))
                        .first())
                .isVisible();
        speaker.button("advocacy.app.endorse").click();
        assertThat(speaker.page()
                        .getByText(speaker.words("advocacy.count.people", 1))
                        .first())
                .isVisible();
        look(speaker);

        act(desk, "advocacy.app.adopt");
        desk.button("advocacy.app.letter").click();
        find(desk, "advocacy.app.field.addressee", authority);
        desk.field("advocacy.app.field.covering").fill("Ten halls, twelve workshops.");
        look(desk);
        send(desk, "advocacy.app.letter");
        desk.titled(authority).first().click();
        assertThat(desk.heading()).hasText(desk.words("advocacy.app.letter-to", authority));
        assertThat(desk.button("advocacy.app.sign")).hasCount(0);
        look(desk);
        String letter = URI.create(desk.page().url()).getPath();

        Visitor signer = visitors.onPhone(language);
        signer.signIn(second, letter);
        look(signer);
        act(signer, "advocacy.app.sign");
        assertThat(signer.page().getByText("SHA-256")).isVisible();
        look(signer);

        Visitor authorities = visitors.onPhone(language);
        authorities.openLetterTo(mail);
        authorities.follow(authorities.inLetter(AriaRole.LINK, "advocacy.letter.recommendation.button"));
        assertThat(authorities.heading()).hasText(asked);
        look(authorities);
        authorities
                .page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(authorities.words("advocacy.choice.partly")))
                .check();
        authorities.field("advocacy.reply.words").fill("Four of the ten halls, from spring on.");
        authorities
                .field("advocacy.reply.promised-on")
                .fill(today().plusDays(60).toString());
        authorities.field("advocacy.reply.responsible").fill("Ada Ledger, room 4");
        authorities.button("advocacy.reply.next").click();
        assertThat(authorities.heading()).hasText(authorities.words("advocacy.reply.look"));
        look(authorities);
        authorities.button("advocacy.reply.send").click();
        assertThat(authorities.page().getByText(authorities.words("advocacy.reply.thanks")))
                .isVisible();
        look(authorities);

        desk.button("advocacy.app.classify").click();
        look(desk);
        send(desk, "advocacy.app.classify");
        Visitor guest = visitors.onPhone(language);
        guest.open(publicPath);
        assertThat(guest.page().locator("blockquote")).containsText("Four of the ten halls");
        assertThat(guest.page().getByText("Ada Ledger")).hasCount(0);
        look(guest);

        desk.open(path);
        desk.link("advocacy.app.measure").click();
        labelled(desk, "advocacy.field.title").fill("Four halls are lent " + mark);
        desk.choice("advocacy.measure.owner").fill(authority);
        desk.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(authority))
                .first()
                .click();
        pick(desk, "advocacy.app.field.starts", today());
        pick(desk, "advocacy.app.field.due", today().plusDays(90));
        look(desk);
        send(desk, "advocacy.app.enter-measure");
        assertThat(desk.heading()).hasText("Four halls are lent " + mark);
        look(desk);
        String measure = URI.create(desk.page().url()).getPath();
        desk.button("advocacy.app.commit").click();
        desk.field("advocacy.measure.implementer").fill("Property department");
        send(desk, "advocacy.app.commit");
        act(desk, "advocacy.app.start");
        desk.button("advocacy.app.more").click();
        desk.button("advocacy.app.assign").click();
        find(desk, "advocacy.app.field.verifier", guild);
        send(desk, "advocacy.app.assign");
        desk.button("advocacy.app.draft").click();
        desk.field("advocacy.app.field.report").fill("Keys are handed over.");
        send(desk, "advocacy.app.draft");
        desk.button("advocacy.app.publish").click();
        desk.button("advocacy.app.point").click();
        desk.field("advocacy.app.field.link").fill("halls.example.org");
        send(desk, "advocacy.app.point");
        act(desk, "advocacy.app.report-done");
        assertThat(desk.button("advocacy.app.verify")).hasCount(0);
        look(desk);

        speaker.open(measure);
        speaker.button("advocacy.app.verify").click();
        choose(speaker, "advocacy.app.field.verdict", speaker.words("advocacy.measure-state.verified-implemented"));
        speaker.field("advocacy.app.field.verdict-why").fill("We have stood in all four halls.");
        look(speaker);
        send(speaker, "advocacy.app.verify");
        assertThat(speaker.page()
                        .getByText(speaker.words("advocacy.measure.verified-by", chair.name() + ", " + guild))
                        .first())
                .isVisible();
        look(speaker);

        Visitor author = visitors.onPhone(language);
        author.signIn(member, thread);
        assertThat(author.page().locator(".trail").first()).containsText("We have stood in all four halls.");
        author.open("/app/inbox");
        assertThat(author.page().getByText(code).first()).isVisible();
        guest.open("/" + mark + AdvocacyPages.measureInPublic(measure.substring(measure.lastIndexOf('/') + 1)));
        assertThat(guest.page().locator(".trail").first()).containsText("Empty halls " + mark);
        look(guest);
        for (String page : List.of(AdvocacyPages.PUBLIC_RECOMMENDATIONS, AdvocacyPages.PUBLIC_MEASURES)) {
            guest.open("/" + mark + page);
            assertThat(guest.heading()).isVisible();
            look(guest);
        }
        for (Visitor one : List.of(desk, speaker, signer, authorities, author, guest)) {
            one.hasHeardNoComplaint();
        }
    }

    /** A session in which the room confirms what comes from a thread; the code of what it became. */
    private String confirmed(Resident officer, String thread, String words, Language language) {
        Asker by = Asker.of(officer.id());
        SessionId session = SessionId.next();
        String code = convening.plan(
                by,
                new NewSession(
                        session,
                        LocalizedText.of(language, "Evening of halls " + language.code()),
                        LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(1)), SOFIA),
                        SOFIA,
                        60,
                        new Venue("Letterpress hall", "sofia", ""),
                        null));
        ItemId item = ItemId.next();
        long number = Long.parseLong(thread.substring(thread.lastIndexOf('/') + 1));
        agenda.propose(
                by,
                new NewItem(item, null, session, "Empty halls", language, "", ItemKind.DECIDE, 10, "", null, number));
        agenda.accept(by, item, agenda.find(by, item).orElseThrow().version());
        var table = agenda.desk(by, code).orElseThrow();
        agenda.place(
                by,
                session,
                table.agendaVersion(),
                item,
                table.parts().getFirst().id(),
                0);
        convening.open(
                by, session, agenda.desk(by, code).orElseThrow().session().version(), false);
        room.start(by, session, agenda.desk(by, code).orElseThrow().session().version());
        room.take(by, session, null, item);
        OutcomeId outcome = OutcomeId.next();
        outcomes.add(
                by, new NewOutcome(outcome, item, OutcomeKind.RECOMMENDATION, OutcomeContent.words(words, language)));
        room.close(by, session, Map.of(outcome, new ReadBack(0, true)), null);
        RecommendationId id = new RecommendationId(outcome.value());
        await().atMost(Browser.PATIENCE)
                .until(() -> recommendations.cards(HOUSE, List.of(id)).containsKey(id));
        return recommendations
                .cards(HOUSE, List.of(id))
                .values()
                .iterator()
                .next()
                .code();
    }

    private void enterAddressee(String name, String mail, Language language) {
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    /** Something that asks once more before it happens. */
    private static void act(Visitor visitor, String key) {
        visitor.button(key).first().click();
        send(visitor, key);
        assertThat(visitor.page().locator(".sheet")).hasCount(0);
    }

    private static void send(Visitor visitor, String key) {
        visitor.button(visitor.page().locator(".sheet"), key).click();
        assertThat(visitor.page().locator(".sheet")).hasCount(0);
    }

    /** A field for a text in the visitor's language. */
    private static Locator labelled(Visitor visitor, String key) {
        return visitor.page()
                .getByLabel(
                        visitor.words(key) + " (" + visitor.language().ownName() + ")",
                        new Page.GetByLabelOptions().setExact(true));
    }

    private static void pick(Visitor visitor, String field, LocalDate day) {
        Visitor.setsDay(visitor.field(field), day);
    }

    /** Types a name into a field that searches, and takes what it finds. */
    private static void find(Visitor visitor, String field, String name) {
        visitor.choice(field).fill(name);
        visitor.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void choose(Visitor visitor, String field, String item) {
        visitor.page()
                .locator("vaadin-select")
                .filter(new FilterOptions().setHasText(visitor.words(field)))
                .first()
                .click();
        visitor.page()
                .getByRole(AriaRole.OPTION)
                .filter(new FilterOptions().setHasText(item))
                .first()
                .click();
    }

    private static void look(Visitor visitor) {
        assertThat(visitor.heading()).isVisible();
        // What says that something was done covers a link for some seconds.
        assertThat(visitor.page().locator("vaadin-notification-card")).hasCount(0);
        // What the head of the page half covers counts as too small.
        visitor.goesToTheTop();
        visitor.scrollsOnlyDown();
        visitor.findsNoBarrier();
    }
}
