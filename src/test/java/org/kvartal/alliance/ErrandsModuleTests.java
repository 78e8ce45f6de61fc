package org.kvartal.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.membership.RepresentationKind.DEPUTY;
import static org.kvartal.membership.RepresentationKind.PRIMARY;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.Entries.EntryEdit;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.Inbox.NoticeLine;
import org.kvartal.tasks.TaskLine;
import org.kvartal.tasks.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/** Who keeps an entry finds on Today what waits for them, and whoever suggested something hears what became of it. */
class ErrandsModuleTests extends DirectoryHouse {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    Tasks tasks;

    @Autowired
    Inbox inbox;

    @Test
    void theDraftOfAMemberWaitsForThoseWhoAnswerForIt(Scenario scenario) {
        MemberId[] member = new MemberId[1];
        scenario.stimulate(() -> member[0] = town.association("Weavers " + own))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> draft(member[0]))
                .andVerify(id -> assertThat(id).isPresent());
        String slug = form(draft(member[0]).orElseThrow()).card().slug();

        MandateId[] mandate = new MandateId[1];
        scenario.stimulate(() -> mandate[0] = town.mandate(maria, member[0], PRIMARY))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> about(maria, AlliancePages.edit(slug)))
                .andVerify(notice -> assertThat(notice.orElseThrow().text().title())
                        .isEqualTo("The directory entry of Weavers " + own
                                + " is drafted: look through it and publish it"));
        assertThat(owed(maria, AlliancePages.edit(slug))).isPresent();
        Asker boris = town.person();
        assertThat(owed(boris, AlliancePages.edit(slug))).isEmpty();
        town.mandate(boris, member[0], DEPUTY);
        assertThat(owed(boris, AlliancePages.edit(slug)))
                .as("a deputy owes it too")
                .isPresent();
        town.end(mandate[0]);
        assertThat(owed(maria, AlliancePages.edit(slug))).as("no longer hers").isEmpty();

        entries.confirm(boris, draft(member[0]).orElseThrow());

        assertThat(owed(boris, AlliancePages.edit(slug))).isEmpty();
        assertThat(about(maria, AlliancePages.edit(slug)))
                .as("nothing waits any more")
                .isEmpty();
    }

    @Test
    void aSuggestedEntryWaitsForTheOfficeAndItsAuthorHearsTheAnswer(Scenario scenario) {
        EntryId first = EntryId.next();
        EntryId second = EntryId.next();
        entries.make(maria, NewEntry.of(first, EntryKind.HUB, told(EntryKind.HUB, "Yard")));
        entries.make(maria, NewEntry.of(second, EntryKind.HUB, told(EntryKind.HUB, "Fence")));
        String slug = form(first).card().slug();
        assertThat(owed(steward, AlliancePages.edit(slug))).isPresent();
        assertThat(owed(maria, AlliancePages.edit(slug))).isEmpty();

        scenario.stimulate(() -> {
                    entries.confirm(steward, first);
                    entries.reject(steward, second, "There is no such place");
                })
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> inbox(maria), list -> list.size() == 2)
                .andVerify(list -> assertThat(list)
                        .extracting(line -> line.text().title())
                        .containsExactlyInAnyOrder(
                                "The entry Yard that you suggested is public",
                                "The entry Fence that you suggested was turned down"));
        assertThat(owed(steward, AlliancePages.edit(slug))).isEmpty();
        assertThat(inbox(maria))
                .anySatisfy(line -> assertThat(line.text().text()).isEqualTo("There is no such place"));
    }

    @Test
    void aSuggestedChangeWaitsForTheOwnersAndForTheOfficeWhereThereIsNone(Scenario scenario) {
        MemberId member = town.association("Weavers " + own);
        EntryId owned = made(EntryKind.ASSOCIATION, "Weavers");
        entries.link(steward, owned, member);
        town.mandate(maria, member, PRIMARY);
        EntryId nobodys = made(EntryKind.CITY, "Plovdiv");
        Asker stranger = town.person();
        RevisionId toOwner = suggested(stranger, owned);
        RevisionId toOffice = suggested(stranger, nobodys);

        assertThat(owed(maria, AlliancePages.suggestion(toOwner))).isPresent();
        assertThat(owed(steward, AlliancePages.suggestion(toOwner))).isEmpty();
        assertThat(owed(steward, AlliancePages.suggestion(toOffice))).isPresent();
        assertThat(owed(maria, AlliancePages.suggestion(toOffice))).isEmpty();

        scenario.stimulate(() -> {
                    entries.take(maria, toOwner);
                    entries.refuse(steward, toOffice, "Not so");
                })
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> inbox(stranger), list -> list.size() == 2)
                .andVerify(list -> assertThat(list)
                        .extracting(line -> line.text().title())
                        .containsExactlyInAnyOrder(
                                "Your change to Weavers is taken over", "Your change to Plovdiv was turned down"));
        assertThat(owed(maria, AlliancePages.suggestion(toOwner))).isEmpty();
        assertThat(owed(steward, AlliancePages.suggestion(toOffice))).isEmpty();
    }

    @Test
    void whatWaitedForTheLastOwnerWaitsForTheOfficeUntilThereIsAnother(Scenario scenario) {
        MemberId member = town.association("Weavers " + own);
        EntryId owned = made(EntryKind.ASSOCIATION, "Weavers");
        entries.link(steward, owned, member);
        MandateId first = town.mandate(maria, member, PRIMARY);
        Asker boris = town.person();
        MandateId deputy = town.mandate(boris, member, DEPUTY);
        String path = AlliancePages.suggestion(suggested(town.person(), owned));
        town.end(first);
        assertThat(owed(boris, path)).as("the deputy is left").isPresent();

        scenario.stimulate(() -> town.end(deputy))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> owed(steward, path))
                .andVerify(task -> assertThat(task).isPresent());
        Asker vera = town.person();
        scenario.stimulate(() -> town.mandate(vera, member, PRIMARY))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> owed(vera, path))
                .andVerify(task -> assertThat(task).isPresent());
        assertThat(owed(steward, path)).isEmpty();
    }

    @Test
    void aProposedRelationWaitsForTheOtherSide() {
        EntryId weavers = made(EntryKind.ASSOCIATION, "Weavers");
        EntryId alliance = made(EntryKind.NETWORK, "Alliance");
        MemberId member = town.association("Weavers " + own);
        entries.link(steward, weavers, member);
        town.mandate(maria, member, PRIMARY);
        String path = AlliancePages.edit(form(alliance).card().slug());
        RelationId id = RelationId.next();

        entries.relate(maria, new NewRelation(id, weavers, RelationKind.MEMBER_OF, alliance, null, null, null, null));

        assertThat(owed(steward, path).orElseThrow().arguments()).containsExactly("Weavers", "Alliance");
        entries.agree(steward, id);
        assertThat(owed(steward, path)).isEmpty();
    }

    @Test
    void whatWaitedForOneMemberWaitsForTheOtherForWhichTheEntryStandsNow() {
        MemberId first = town.association("Weavers " + own);
        MemberId second = town.association("Dyers " + own);
        Asker boris = town.person();
        town.mandate(maria, first, PRIMARY);
        town.mandate(boris, second, PRIMARY);
        EntryId draft = EntryId.next();
        entries.make(town.person(), NewEntry.of(draft, EntryKind.ASSOCIATION, told(EntryKind.ASSOCIATION, "Weavers")));
        String path = AlliancePages.edit(form(draft).card().slug());
        assertThat(owed(steward, path)).as("the office decides").isPresent();

        entries.link(steward, draft, first);
        assertThat(owed(steward, path)).isEmpty();
        assertThat(owed(maria, path)).isPresent();
        entries.confirm(steward, draft);
        assertThat(owed(maria, path)).isEmpty();
        RevisionId change = suggested(town.person(), draft);
        EntryId other = made(EntryKind.NETWORK, "Alliance");
        MemberId third = town.association("Alliance " + own);
        entries.link(steward, other, third);
        Asker vera = town.person();
        town.mandate(vera, third, PRIMARY);
        entries.relate(
                vera, new NewRelation(RelationId.next(), draft, RelationKind.MEMBER_OF, other, null, null, null, null));
        assertThat(owed(maria, path)).as("to agree").isPresent();

        entries.link(steward, draft, second);

        assertThat(owed(maria, path)).isEmpty();
        assertThat(owed(maria, AlliancePages.suggestion(change))).isEmpty();
        assertThat(owed(boris, path)).isPresent();
        assertThat(owed(boris, AlliancePages.suggestion(change))).isPresent();
        entries.link(steward, draft, null);
        assertThat(owed(boris, path)).isEmpty();
        assertThat(owed(steward, path)).isPresent();
        assertThat(owed(steward, AlliancePages.suggestion(change))).isPresent();
    }

    @Test
    void aDraftThatGivesWayLeavesNothingToDo(Scenario scenario) {
        MemberId[] member = new MemberId[1];
        scenario.stimulate(() -> member[0] = town.association("Weavers " + own))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> draft(member[0]))
                .andVerify(id -> assertThat(id).isPresent());
        EntryId draft = draft(member[0]).orElseThrow();
        town.mandate(maria, member[0], PRIMARY);
        EntryId alliance = made(EntryKind.NETWORK, "Alliance");
        entries.relate(
                maria,
                new NewRelation(RelationId.next(), draft, RelationKind.MEMBER_OF, alliance, null, null, null, null));
        jdbc.sql("""
                INSERT INTO entry_revision (id, entry, made_by, made_at, base, content, state, version)
                SELECT gen_random_uuid(), id, gen_random_uuid(), now(), content, content, 'WAITING', 0 FROM entry WHERE id = ?""").param(draft.value()).update();
        jdbc.sql("""
                INSERT INTO task (key, audience, message_key, arguments, path, opened_at)
                SELECT 'alliance.change:' || id, 'owner:' || :member, 'alliance.task.decide-change', '{}', :path, now()
                  FROM entry_revision WHERE entry = :entry""")
                .param("member", member[0].toString())
                .param("path", "/app/" + own)
                .param("entry", draft.value())
                .update();
        String path = AlliancePages.edit(form(alliance).card().slug());
        assertThat(owed(steward, path)).isPresent();
        assertThat(owed(maria, "/app/" + own)).isPresent();

        entries.link(steward, made(EntryKind.ASSOCIATION, "Weavers"), member[0]);

        assertThat(owed(steward, path)).isEmpty();
        assertThat(owed(maria, "/app/" + own)).isEmpty();
    }

    private RevisionId suggested(Asker by, EntryId entry) {
        RevisionId revision = RevisionId.next();
        EntryContent wish = kept(entry).withWebsite("https://new.example.org");
        entries.save(by, new EntryEdit(revision, entry, version(entry), wish, null));
        return revision;
    }

    private Optional<TaskLine> owed(Asker asker, String path) {
        return tasks.owed(asker, 500).stream()
                .filter(task -> task.path().equals(path))
                .findFirst();
    }

    private List<NoticeLine> inbox(Asker asker) {
        return inbox.newest(asker, Language.EN, null, 50).lines();
    }

    private Optional<NoticeLine> about(Asker asker, String path) {
        return inbox(asker).stream()
                .filter(line -> line.text().path().equals(path))
                .findFirst();
    }

    private Optional<EntryId> draft(MemberId member) {
        return jdbc.sql("SELECT id FROM entry WHERE member = ?")
                .param(member.value())
                .query((row, _) -> new EntryId(row.getObject("id", UUID.class)))
                .optional();
    }
}
