package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.Saved;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryDesk.Clash;
import org.kvartal.alliance.EntryDrafts.Draft;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people change the same entry: nothing of what either typed is lost or overwritten unseen. */
class TwoEditorsModuleTests extends DirectoryHouse {

    @Autowired
    EntryDrafts drafts;

    @Autowired
    Files files;

    @Test
    void whatOnlyOneOfThemChangedGoesTogether() {
        EntryContent base = told(EntryKind.VENUE, "Depot")
                .withDescription(LocalizedText.of(Language.EN, "A hall."))
                .withProfile(new EntryProfile.Premises(1900, 200, null));
        EntryContent mine =
                base.withWebsite("https://depot.example.org").withProfile(new EntryProfile.Premises(1901, 200, null));
        EntryContent theirs =
                base.withStatus(Status.TEMPORARILY_CLOSED).withProfile(new EntryProfile.Premises(1900, 250, null));

        assertThat(desk.clashes(base, mine, theirs)).isEmpty();
        assertThat(desk.merged(base, mine, theirs, Set.of()))
                .isEqualTo(base.withWebsite("https://depot.example.org")
                        .withStatus(Status.TEMPORARILY_CLOSED)
                        .withProfile(new EntryProfile.Premises(1901, 250, null)));
    }

    @Test
    void whatBothChangedIsShownAndChosen() {
        EntryContent base = told(EntryKind.VENUE, "Depot").withDescription(LocalizedText.of(Language.EN, "A hall."));
        EntryContent mine = base.withDescription(LocalizedText.of(Language.EN, "A great hall."))
                .withNames(Names.of("Great Depot", "en"));
        EntryContent theirs = base.withDescription(LocalizedText.of(Language.EN, "A small hall."));

        assertThat(desk.clashes(base, mine, theirs))
                .containsExactly(new Clash("description.en", "A great hall.", "A small hall."));
        assertThat(requireNonNull(desk.merged(base, mine, theirs, Set.of()).description())
                        .in(Language.EN))
                .isEqualTo("A great hall.");
        EntryContent chosen = desk.merged(base, mine, theirs, Set.of("description.en"));
        assertThat(requireNonNull(chosen.description()).in(Language.EN)).isEqualTo("A small hall.");
        assertThat(chosen.names().own()).isEqualTo("Great Depot");
    }

    @Test
    void ofManyWhoSaveAtOnceEachIsSavedOrToldOfTheOthers() throws Exception {
        EntryId id = made(EntryKind.VENUE, "Depot");
        EntryContent base = kept(id);
        long version = version(id);
        List<Asker> colleagues = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            colleagues.add(town.person(Role.OFFICER));
        }

        List<Saved> outcomes = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<Saved>> running = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                EntryContent wish = base.withWebsite("https://depot-" + number + ".example.org");
                Asker by = colleagues.get(number);
                running.add(pool.submit((Callable<Saved>) () -> save(by, id, version, wish)));
            }
            for (Future<Saved> one : running) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).filteredOn(Saved.AtOnce.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Saved.Conflict.class::isInstance)
                .hasSize(7)
                .allSatisfy(one -> assertThat(((Saved.Conflict) one).theirs()).isEqualTo(kept(id)));
        assertThat(desk.history(steward, id, null, 50)).hasSize(1);
    }

    @Test
    void whoeverChangedSomethingElseWhileThePictureWasReplacedIsToldAndBothGoTogether() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        save(steward, id, kept(id).withPicture(picture(id, "A hall")));
        EntryContent base = kept(id);
        long version = version(id);
        EntryContent mine = base.withDescription(LocalizedText.of(Language.EN, "A hall of brick."));
        Asker colleague = town.person(Role.OFFICER);
        EntryContent theirs = base.withPicture(picture(id, "A yard"));
        save(colleague, id, version, theirs);
        assertThat(files.find(requireNonNull(base.picture()).file()))
                .as("the picture of before has gone")
                .isEmpty();

        assertThat(save(steward, id, version, mine))
                .isEqualTo(new Saved.Conflict(theirs, version(id), colleague.requirePerson()));
        assertThat(desk.clashes(base, mine, theirs)).isEmpty();
        EntryContent both = desk.merged(base, mine, theirs, Set.of());
        assertThat(save(steward, id, both)).isInstanceOf(Saved.AtOnce.class);
        assertThat(kept(id))
                .isEqualTo(theirs.withDescription(LocalizedText.of(Language.EN, "A hall of brick.")))
                .isEqualTo(both);
        assertThat(save(colleague, id, version, both))
                .as("saved already: a repeated request")
                .isEqualTo(new Saved.AtOnce(version(id)));
        refusedAtPicture(() -> save(steward, id, both.withPicture(base.picture())));
    }

    @Test
    void whoeverSuggestsWhileThePictureWasReplacedIsToldToo() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        save(steward, id, kept(id).withPicture(picture(id, "A hall")));
        EntryContent base = kept(id);
        long version = version(id);
        EntryContent mine = base.withWebsite("https://depot.example.org");
        EntryContent otherWords = base.withPicture(captioned(requireNonNull(base.picture()), "A great hall"));
        save(steward, id, version, otherWords);

        assertThat(save(maria, id, version, mine))
                .as("only what is said of it has changed")
                .isInstanceOf(Saved.Conflict.class);
        save(steward, id, base.withPicture(picture(id, "A yard")));
        EntryContent theirs = kept(id);
        assertThat(save(maria, id, version, mine)).isInstanceOf(Saved.Conflict.class);
        EntryContent both = desk.merged(base, mine, theirs, Set.of());
        assertThat(save(maria, id, both)).isInstanceOf(Saved.Suggested.class);

        assertThatExceptionOfType(Forbidden.class)
                .as("a picture comes from those who keep the entry")
                .isThrownBy(() -> save(maria, id, both.withPicture(picture(id, "Mine"))));
    }

    @Test
    void wordsBelowAPictureGoWithIt() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        EntryContent base = kept(id).withPicture(picture(id, "A hall"));
        EntryContent otherWords = base.withPicture(captioned(requireNonNull(base.picture()), "A great hall"));
        EntryContent another = base.withPicture(picture(id, "A yard"));
        EntryContent none = base.withPicture(null);

        for (EntryContent theirs : List.of(another, none)) {
            assertThat(desk.clashes(base, otherWords, theirs)).isEmpty();
            assertThat(desk.merged(base, otherWords, theirs, Set.of())).isEqualTo(theirs);
            assertThat(desk.clashes(base, theirs, otherWords)).isEmpty();
            assertThat(desk.merged(base, theirs, otherWords, Set.of())).isEqualTo(theirs);
        }
    }

    private Picture picture(EntryId id, String text) {
        FileId file = files.storePicture(
                        steward, entries.attach(steward, id), "hall.png", new ByteArrayInputStream(Samples.png(40, 30)))
                .id();
        return new Picture(file, LocalizedText.of(Language.EN, text), null);
    }

    private static Picture captioned(Picture picture, String text) {
        return new Picture(picture.file(), LocalizedText.of(Language.EN, text), picture.credit());
    }

    private static void refusedAtPicture(ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act).matches(refused -> "picture".equals(refused.field()));
    }

    @Test
    void whatIsTypedIsKeptForItsAuthorAlone() {
        EntryId id = made(EntryKind.VENUE, "Depot");
        EntryContent typed = kept(id).withWebsite("not an address \u0000 yet");

        drafts.keep(maria, id, version(id), kept(id), typed, "");
        drafts.keep(maria, id, version(id), kept(id), typed.withStatus(Status.INACTIVE), "They\0 moved");

        Draft draft = drafts.find(maria, id).orElseThrow();
        assertThat(draft.content()).isEqualTo(typed.withStatus(Status.INACTIVE));
        assertThat(draft.base()).isEqualTo(kept(id));
        assertThat(draft.note()).isEqualTo("They moved");
        assertThat(drafts.find(steward, id)).isEmpty();
        assertThat(drafts.find(Asker.guest(), id)).isEmpty();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> drafts.keep(Asker.guest(), id, 0, kept(id), typed, ""));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> drafts.keep(maria, EntryId.next(), 0, kept(id), typed, ""));

        drafts.discard(maria, id);
        assertThat(drafts.find(maria, id)).isEmpty();
    }

    @Test
    void anEntryToComeIsKeptUntilItIsThere() {
        EntryId first = EntryId.next();
        EntryId second = EntryId.next();
        EntryContent typed = told(EntryKind.HUB, "Yard");

        drafts.keepNew(maria, first, EntryKind.VENUE, told(EntryKind.VENUE, "Depot"));
        drafts.keepNew(maria, second, EntryKind.HUB, typed.withWebsite("half"));
        drafts.keepNew(maria, second, EntryKind.HUB, typed);

        assertThat(drafts.findNew(maria).orElseThrow())
                .satisfies(draft -> assertThat(draft.entry()).isEqualTo(second))
                .satisfies(draft -> assertThat(draft.kind()).isEqualTo(EntryKind.HUB))
                .satisfies(draft -> assertThat(draft.content()).isEqualTo(typed));
        assertThat(drafts.findNew(steward)).isEmpty();
        assertThat(drafts.findNew(Asker.guest())).isEmpty();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> drafts.keepNew(Asker.guest(), first, EntryKind.HUB, typed));

        entries.make(maria, NewEntry.of(second, EntryKind.HUB, typed));
        assertThat(drafts.findNew(maria).orElseThrow().entry()).isEqualTo(first);
        assertThat(drafts.keepNew(maria, second, EntryKind.HUB, typed)).isFalse();
        drafts.discard(maria, first);
        assertThat(drafts.findNew(maria)).isEmpty();
    }

    @Test
    void ofManyBegunEntriesTheLastFewAreKept() {
        List<EntryId> begun = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            begun.add(EntryId.next());
            drafts.keepNew(maria, begun.getLast(), EntryKind.HUB, told(EntryKind.HUB, "Yard " + number));
        }

        for (EntryId id : begun.reversed().subList(0, 5)) {
            assertThat(drafts.findNew(maria).orElseThrow().entry()).isEqualTo(id);
            drafts.discard(maria, id);
        }
        assertThat(drafts.findNew(maria)).isEmpty();
    }

    @Test
    void aDraftBeyondAnyEntryIsNotKept() {
        EntryId id = made(EntryKind.VENUE, "Depot");

        assertThat(drafts.keep(maria, id, version(id), kept(id), kept(id).withWebsite("x".repeat(300_000)), ""))
                .isFalse();
        assertThat(drafts.keepNew(maria, EntryId.next(), EntryKind.VENUE, kept(id).withWebsite("x".repeat(300_000))))
                .isFalse();

        assertThat(drafts.find(maria, id)).isEmpty();
    }
}
