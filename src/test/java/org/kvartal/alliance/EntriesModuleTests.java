package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.membership.RepresentationKind.DELEGATE;
import static org.kvartal.membership.RepresentationKind.DEPUTY;
import static org.kvartal.membership.RepresentationKind.FINANCE;
import static org.kvartal.membership.RepresentationKind.PRIMARY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.Entries.Saved;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryDesk.FieldChange;
import org.kvartal.alliance.EntryDesk.RevisionState;
import org.kvartal.alliance.EntryDesk.Suggestion;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;

/** Entries are made, changed, suggested and decided on. */
class EntriesModuleTests extends DirectoryHouse {

    @Test
    void whatAStewardMakesIsPublicAtOnceAndSaysAllThatWasWritten() {
        EntryContent content = whole();
        EntryId id = made(content, EntryKind.VENUE);

        assertThat(kept(id)).isEqualTo(content);
        String slug = form(id).card().slug();
        assertThat(slug).startsWith("winzavod");
        assertThat(shown(slug).content()).isEqualTo(content);
        assertThat(shown(slug).card().checkedOn()).isNotNull();
        assertThat(names(ours())).containsExactly("Winzavod");
    }

    @Test
    void theSameEntryTwiceIsOne() {
        EntryId id = EntryId.next();
        NewEntry wish = NewEntry.of(id, EntryKind.HUB, told(EntryKind.HUB, "Yard"));

        String slug = entries.make(steward, wish);

        assertThat(entries.make(steward, wish)).isEqualTo(slug);
        assertThat(names(ours())).hasSize(1);
        forbidden(() -> entries.make(town.person(Role.OFFICER), wish));
    }

    @Test
    void twoOfTheSameNameHaveTwoAddressesAndNoneIsGivenTwice() {
        String name = "Дом " + own;
        EntryId first = made(told(EntryKind.HUB, name), EntryKind.HUB);
        EntryId second = made(told(EntryKind.HUB, name), EntryKind.HUB);
        String slug = form(first).card().slug();

        assertThat(slug).isEqualTo("dom-" + own);
        assertThat(form(second).card().slug()).isEqualTo("dom-" + own + "-2");

        entries.readdress(steward, first, "yard-" + own);

        assertThat(directory.look(Asker.guest(), slug)).isEqualTo(new Look.Moved("yard-" + own));
        assertThat(shown("yard-" + own).card().id()).isEqualTo(first);
        refused("slug", () -> entries.readdress(steward, second, slug));
        refused("slug", () -> entries.readdress(steward, second, "Дом"));
        assertThat(desk.addresses(steward, first)).containsExactly("yard-" + own, slug);

        entries.readdress(steward, first, slug);
        assertThat(directory.look(Asker.guest(), "yard-" + own)).isEqualTo(new Look.Moved(slug));
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        EntryContent theirs = kept(id).withStatus(Status.TEMPORARILY_CLOSED);
        EntryContent mine = kept(id).withWebsite("https://depot.example.org");
        long version = version(id);
        Asker colleague = town.person(Role.ADMINISTRATOR);

        assertThat(save(colleague, id, version, theirs)).isInstanceOf(Saved.AtOnce.class);

        assertThat(save(steward, id, version, mine))
                .isEqualTo(new Saved.Conflict(theirs, version(id), colleague.requirePerson()));
        assertThat(kept(id)).isEqualTo(theirs);
        assertThat(save(steward, id, version, theirs))
                .as("saved already: a repeated request")
                .isEqualTo(new Saved.AtOnce(version(id)));
    }

    @ParameterizedTest
    @EnumSource(RepresentationKind.class)
    void whoAnswersForAMemberChangesItsEntryAtOnce(RepresentationKind kind) {
        MemberId member = town.association("Weavers " + own);
        EntryId id = made(EntryKind.ASSOCIATION, "Weavers");
        entries.link(steward, id, member);
        MandateId mandate = town.mandate(maria, member, kind);
        EntryContent better = kept(id).withWebsite("https://weavers.example.org");

        Saved saved = save(maria, id, better);

        if (kind == PRIMARY || kind == DEPUTY) {
            assertThat(saved).isInstanceOf(Saved.AtOnce.class);
            assertThat(kept(id)).isEqualTo(better);
            assertThat(desk.mine(maria)).extracting(EntryCard::id).contains(id);
        } else {
            assertThat(kind).isIn(DELEGATE, FINANCE);
            assertThat(saved).isInstanceOf(Saved.Suggested.class);
        }

        town.end(mandate);

        assertThat(desk.mine(maria)).isEmpty();
        assertThat(save(maria, id, better.withStatus(Status.INACTIVE))).isInstanceOf(Saved.Suggested.class);
    }

    @Test
    void aSuggestedChangeWaitsAndIsTakenWhereItIsStillWanted() {
        EntryId id = made(told(EntryKind.VENUE, "Loom").withWebsite("https://old.example.org"), EntryKind.VENUE);
        RevisionId revision = RevisionId.next();
        EntryContent wish = kept(id).withWebsite("https://new.example.org").withSectors(List.of("music"));

        assertThat(entries.save(maria, new EntryEdit(revision, id, version(id), wish, "They moved")))
                .isEqualTo(new Saved.Suggested(revision));
        assertThat(kept(id).website()).isEqualTo("https://old.example.org");
        Suggestion waiting = waiting(revision);
        assertThat(waiting.fields()).containsExactly("sectors", "website");
        assertThat(waiting.note()).isEqualTo("They moved");

        save(steward, id, kept(id).withStatus(Status.INACTIVE));
        entries.take(steward, revision);
        entries.take(steward, revision);

        assertThat(kept(id)).isEqualTo(wish.withStatus(Status.INACTIVE));
        assertThat(desk.suggestion(maria, revision).suggestion().state()).isEqualTo(RevisionState.TAKEN);
        assertThat(desk.suggestions(steward, null, 200))
                .extracting(Suggestion::id)
                .doesNotContain(revision);
        assertThat(desk.history(steward, id, null, 10))
                .extracting(FieldChange::field)
                .containsExactly("website", "sectors", "status");
        assertThat(requireNonNull(desk.history(steward, id, null, 1).getFirst().by())
                        .id())
                .isEqualTo(maria.requirePerson());
        refused(null, () -> entries.refuse(steward, revision, "Too late"));
    }

    @Test
    void listsAndMapsAreMadeAnewOnlyForWhatIsPublic() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        EntryId other = made(EntryKind.HUB, "Yard");
        EntryId waiting = EntryId.next();
        RevisionId change = RevisionId.next();
        RelationId relation = RelationId.next();
        MemberId member = town.association("Depot " + own);
        entries.link(steward, id, member);
        town.mandate(maria, member, PRIMARY);
        NewRelation wish = new NewRelation(relation, id, RelationKind.AGREEMENT, other, null, null, null, null);
        Asker stranger = town.person();

        unseen(() -> entries.save(
                stranger, new EntryEdit(change, id, version(id), kept(id).withStatus(Status.INACTIVE), null)));
        unseen(() -> entries.make(stranger, NewEntry.of(waiting, EntryKind.HUB, told(EntryKind.HUB, "Waiting"))));
        unseen(() -> save(steward, waiting, kept(waiting).withStatus(Status.INACTIVE)));
        unseen(() -> entries.relate(maria, wish));
        unseen(() -> entries.withdraw(maria, relation));
        unseen(() -> entries.relate(maria, wish));
        unseen(() -> save(steward, id, kept(id)));

        seen(() -> entries.agree(steward, relation));
        assertThat(shown(form(other).card().slug()).revision())
                .as("the other end tells of it")
                .isEqualTo(directory.version());
        seen(() -> entries.relate(maria, wish));
        unseen(() -> entries.relate(maria, wish));
        unseen(() -> entries.withdraw(maria, relation));
        seen(() -> entries.take(steward, change));
        seen(() -> entries.confirm(steward, waiting));
        seen(() -> entries.assure(steward, waiting));
        seen(() -> entries.archive(steward, waiting, "Gone"));
    }

    private void unseen(Runnable act) {
        long before = directory.version();
        act.run();
        assertThat(directory.version()).isEqualTo(before);
    }

    private void seen(Runnable act) {
        long before = directory.version();
        act.run();
        assertThat(directory.version()).isGreaterThan(before);
    }

    @Test
    void aSuggestedChangeIsTurnedDownWithAReason() {
        EntryId id = made(EntryKind.VENUE, "Loom");
        RevisionId revision = RevisionId.next();
        entries.save(maria, new EntryEdit(revision, id, version(id), kept(id).withStatus(Status.DEFUNCT), null));

        refused("reason", () -> entries.refuse(steward, revision, "  "));
        forbidden(() -> entries.refuse(maria, revision, "mine"));
        entries.refuse(steward, revision, "They are still there");

        assertThat(desk.suggestion(maria, revision).reason()).isEqualTo("They are still there");
        assertThat(kept(id).status()).isEqualTo(Status.ACTIVE);
        notFound(() -> desk.suggestion(town.person(Role.MEMBER), revision));
    }

    @Test
    void ownersDecideOnWhatIsSuggestedForTheirOwnEntry() {
        MemberId member = town.association("Potters " + own);
        EntryId mine = made(EntryKind.ASSOCIATION, "Potters");
        EntryId other = made(EntryKind.ASSOCIATION, "Smiths");
        entries.link(steward, mine, member);
        town.mandate(maria, member, PRIMARY);
        Asker reader = town.person();
        RevisionId here = suggested(reader, mine);
        RevisionId there = suggested(reader, other);

        assertThat(desk.suggestions(maria, null, 50)).extracting(Suggestion::id).containsExactly(here);
        assertThat(desk.suggestions(reader, null, 50)).isEmpty();
        forbidden(() -> entries.take(maria, there));
        entries.take(maria, here);
        assertThat(kept(mine).status()).isEqualTo(Status.INACTIVE);
    }

    @Test
    void aPersonsContactIsShownOnlyWithTheirConsentAndSurvivesASuggestion() {
        Contact office = Contact.office("office@example.org", null);
        Contact open = new Contact("Ada Loom", null, "ada@example.org", null, LocalDate.of(2026, 1, 1));
        Contact hidden = new Contact("Boris Weft", null, "boris@example.org", null, null);
        EntryId id = made(told(EntryKind.VENUE, "Loom").withContacts(List.of(office, hidden, open)), EntryKind.VENUE);
        String slug = form(id).card().slug();

        assertThat(shown(slug).content().contacts()).containsExactly(office, open);
        assertThat(desk.form(maria, id).content().contacts()).containsExactly(office, open);
        assertThat(directory.details(List.of(id)).getFirst().content().contacts())
                .containsExactly(office, open);
        assertThat(desk.form(steward, id).content().contacts()).containsExactly(office, hidden, open);

        RevisionId revision = RevisionId.next();
        entries.save(maria, new EntryEdit(revision, id, version(id), kept(id).withContacts(List.of(office)), null));
        entries.take(steward, revision);

        assertThat(kept(id).contacts()).containsExactly(office, hidden);
        assertThat(desk.history(steward, id, null, 10))
                .extracting(FieldChange::field)
                .contains("contacts");
        assertThat(desk.history(maria, id, null, 10)).isEmpty();
    }

    @Test
    void whatAMemberSuggestsIsSeenByThemAndStewardsUntilItIsConfirmed() {
        EntryId id = EntryId.next();
        String slug = entries.make(maria, NewEntry.of(id, EntryKind.MEDIA, told(EntryKind.MEDIA, "Gazette")));
        Asker stranger = town.person(Role.MEMBER);

        assertThat(names(ours())).isEmpty();
        notFound(() -> directory.look(Asker.guest(), slug));
        notFound(() -> directory.look(stranger, slug));
        notFound(() -> desk.form(stranger, id));
        assertThat(directory.look(maria, slug)).isInstanceOf(Look.Found.class);
        assertThat(desk.suggestedEntries(steward, null, 200))
                .extracting(EntryCard::id)
                .contains(id);
        forbidden(() -> desk.suggestedEntries(maria, null, 10));
        forbidden(() -> entries.confirm(maria, id));

        entries.confirm(steward, id);
        entries.confirm(steward, id);

        assertThat(names(ours())).containsExactly("Gazette");
    }

    @Test
    void whatIsTurnedDownFreesItsAddress() {
        EntryId id = EntryId.next();
        String slug = entries.make(maria, NewEntry.of(id, EntryKind.MEDIA, told(EntryKind.MEDIA, "Daily " + own)));

        refused("reason", () -> entries.reject(steward, id, ""));
        entries.reject(steward, id, "An advertisement");

        assertThat(desk.form(maria, id).reason()).isEqualTo("An advertisement");
        notFound(() -> directory.look(Asker.guest(), slug));
        EntryId better = made(told(EntryKind.MEDIA, "Daily " + own), EntryKind.MEDIA);
        assertThat(form(better).card().slug()).isEqualTo(slug);
    }

    @Test
    void anArchivedEntryIsGoneAndComesBackAtItsAddress() {
        EntryId id = made(EntryKind.SCHOOL, "Academy");
        String slug = form(id).card().slug();

        entries.archive(steward, id, "Asked for by the school");

        assertThat(directory.look(Asker.guest(), slug)).isEqualTo(new Look.Gone());
        assertThat(names(ours())).isEmpty();
        assertThat(directory.details(List.of(id))).isEmpty();
        assertThat(directory.cards(List.of(id))).isEmpty();
        notFound(() -> desk.form(maria, id));
        refused(null, () -> entries.reject(steward, id, "x"));

        entries.restore(steward, id);

        assertThat(shown(slug).card().id()).isEqualTo(id);
    }

    @Test
    void nobodyFloodsTheOfficeWithSuggestions() {
        for (int i = 0; i < 20; i++) {
            entries.make(maria, NewEntry.of(EntryId.next(), EntryKind.HUB, told(EntryKind.HUB, "Hub " + i)));
        }

        refused(
                null,
                () -> entries.make(maria, NewEntry.of(EntryId.next(), EntryKind.HUB, told(EntryKind.HUB, "One more"))));
    }

    @Test
    void onlyStewardsSayWhichMemberAnEntryStandsForAndEachMemberHasOne() {
        MemberId member = town.association("Printers " + own);
        EntryId one = made(EntryKind.ASSOCIATION, "Printers");
        EntryId other = made(EntryKind.ASSOCIATION, "Binders");

        forbidden(() -> entries.link(maria, one, member));
        entries.link(steward, one, member);

        assertThat(form(one).card().member()).isTrue();
        refused("member", () -> entries.link(steward, other, member));
        refused("member", () -> entries.link(steward, other, MemberId.next()));
        entries.link(steward, one, null);
        assertThat(form(one).card().member()).isFalse();
    }

    @Test
    void whatCannotStandIsRefusedBesideItsField() {
        EntryContent fine = whole();
        refusedContent("names.own", fine.withNames(Names.of("\u200b ", "en")));
        refusedContent("names.own", fine.withNames(Names.of("x".repeat(161), "en")));
        refusedContent("names.ownLanguage", fine.withNames(Names.of("Loom", "not a language")));
        refusedContent(
                "names.bg", fine.withNames(new Names("Loom", "en", Map.of(Language.BG, "x".repeat(161)), List.of())));
        refusedContent("description.en", fine.withDescription(LocalizedText.of(Language.EN, "x".repeat(1_201))));
        refusedContent("sectors", fine.withSectors(List.of("witchcraft")));
        refusedContent("languages", fine.withLanguages(List.of("en", "??")));
        refusedContent("website", fine.withWebsite("javascript:alert(1)"));
        refusedContent("website", fine.withWebsite("https://user@example.org"));
        refusedContent("locations.0.place", fine.withLocations(List.of(Location.in("atlantis"))));
        refusedContent("locations.0.coordinates", fine.withLocations(List.of(at(new Coordinates(Double.NaN, 0)))));
        refusedContent("locations.0.coordinates", fine.withLocations(List.of(at(new Coordinates(91, 0)))));
        refusedContent("locations.0.hours", fine.withLocations(List.of(open("18:00", "10:00"))));
        refusedContent("locations.0.hours", fine.withLocations(List.of(open("10:00", "18:00", "17:00", "20:00"))));
        refusedContent("contacts.0.email", fine.withContacts(List.of(Contact.office(null, null))));
        refusedContent("contacts.0.email", fine.withContacts(List.of(Contact.office("a@b", null))));
        refusedContent("contacts.0.phone", fine.withContacts(List.of(Contact.office(null, "call me"))));
        refusedContent(
                "contacts.0.consentedOn",
                fine.withContacts(
                        List.of(new Contact("Ada", null, "ada@example.org", null, LocalDate.of(2999, 1, 1)))));
        refusedContent("profile.founded", fine.withProfile(new EntryProfile.Premises(3000, null, null)));
        refusedContent("profile.capacity", fine.withProfile(new EntryProfile.Premises(null, -1, null)));
    }

    @Test
    void whatIsTypedComesIntoTheHousesForm() {
        EntryContent typed = told(EntryKind.VENUE, "  Loom\u0000   house ")
                .withWebsite("loom.example.org/about ")
                .withSectors(List.of("music", "music"))
                .withLanguages(List.of("BG", "en-gb"));

        EntryContent kept = kept(made(typed, EntryKind.VENUE));

        assertThat(kept.names().own()).isEqualTo("Loom house");
        assertThat(kept.website()).isEqualTo("https://loom.example.org/about");
        assertThat(kept.sectors()).containsExactly("music");
        assertThat(kept.languages()).containsExactly("bg", "en-GB");
    }

    private EntryContent whole() {
        return told(EntryKind.VENUE, "Winzavod")
                .withDescription(new LocalizedText(
                        Language.RU, Map.of(Language.RU, "Бывший винный завод.", Language.EN, "A former winery.")))
                .withSectors(List.of("galleries", "design"))
                .withLanguages(List.of("ru", "en"))
                .withLocations(List.of(
                        new Location(
                                LocationKind.PHYSICAL,
                                LocalizedText.of(Language.EN, "Main yard"),
                                "moscow",
                                LocalizedText.of(Language.RU, "Четвёртый Сыромятнический, 1"),
                                new Coordinates(55.7556, 37.6646),
                                null,
                                Set.of(Access.STEP_FREE, Access.LIFT),
                                List.of(
                                        new OpeningSpan(DayOfWeek.TUESDAY, LocalTime.of(12, 0), LocalTime.of(20, 0)),
                                        new OpeningSpan(DayOfWeek.FRIDAY, LocalTime.of(12, 0), LocalTime.MIDNIGHT)),
                                LocalizedText.of(Language.EN, "Closed on holidays")),
                        new Location(
                                LocationKind.VIRTUAL,
                                null,
                                null,
                                null,
                                null,
                                "https://tour.example.org",
                                Set.of(),
                                List.of(),
                                null)))
                .withContacts(List.of(Contact.office("office@example.org", "+7 495 123-45-67")))
                .withWebsite("https://winzavod.example.org")
                .withProfile(new EntryProfile.Premises(2007, 900, 20_000));
    }

    private static Location at(Coordinates coordinates) {
        return new Location(LocationKind.PHYSICAL, null, "sofia", null, coordinates, null, Set.of(), List.of(), null);
    }

    private static Location open(String... times) {
        List<OpeningSpan> spans = new ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            spans.add(new OpeningSpan(DayOfWeek.MONDAY, LocalTime.parse(times[i]), LocalTime.parse(times[i + 1])));
        }
        return new Location(LocationKind.PHYSICAL, null, "sofia", null, null, null, Set.of(), spans, null);
    }

    private RevisionId suggested(Asker by, EntryId entry) {
        RevisionId revision = RevisionId.next();
        entries.save(
                by, new EntryEdit(revision, entry, version(entry), kept(entry).withStatus(Status.INACTIVE), null));
        return revision;
    }

    private Suggestion waiting(RevisionId revision) {
        return desk.suggestions(steward, null, 200).stream()
                .filter(suggestion -> suggestion.id().equals(revision))
                .findFirst()
                .orElseThrow();
    }

    private void refusedContent(String field, EntryContent content) {
        refused(field, () -> entries.make(steward, NewEntry.of(EntryId.next(), EntryKind.VENUE, content)));
    }

    private static void refused(@Nullable String field, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .as("%s", field)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(act);
    }

    private static void notFound(ThrowingCallable act) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(act);
    }
}
