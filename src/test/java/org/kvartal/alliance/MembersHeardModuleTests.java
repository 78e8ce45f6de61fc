package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kvartal.membership.RepresentationKind.PRIMARY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.imports.ImportId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MemberAdmitted;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.MemberLeft;
import org.springframework.modulith.test.Scenario;

/** An association that is admitted finds its entry drafted; one that leaves loses its badge and keeps its entry. */
class MembersHeardModuleTests extends DirectoryHouse {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void anAdmittedAssociationFindsADraftOfWhatTheHouseKnows(Scenario scenario) {
        MemberId member = MemberId.next();
        NewMember weavers = new NewMember(
                member,
                MemberKind.ASSOCIATION,
                new LocalizedText(Language.EN, Map.of(Language.EN, "Weavers " + own, Language.BG, "Тъкачи " + own)),
                null,
                "Съюз на тъкачите",
                null,
                "plovdiv",
                "",
                List.of("craft"),
                "https://weavers.example.org",
                LocalizedText.of(Language.EN, "We weave."),
                1998,
                120,
                null,
                true);

        scenario.stimulate(() -> town.admitted(weavers))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> draft(member))
                .andVerify(id -> assertThat(id).isPresent());

        EntryDesk.EntryForm form = form(draft(member).orElseThrow());
        assertThat(form.card().state()).isEqualTo(EditorialState.SUGGESTED);
        assertThat(form.card().kind()).isEqualTo(EntryKind.ASSOCIATION);
        assertThat(form.card().slug()).startsWith("sayuz-na-takachite");
        assertThat(form.member()).isEqualTo(member);
        EntryContent content = form.content();
        assertThat(content.names().own()).isEqualTo("Съюз на тъкачите");
        assertThat(content.names().in(Language.BG)).isEqualTo("Тъкачи " + own);
        assertThat(requireNonNull(content.description()).in(Language.EN)).isEqualTo("We weave.");
        assertThat(content.sectors()).containsExactly("craft");
        assertThat(content.locations()).containsExactly(Location.in("plovdiv"));
        assertThat(content.website()).isEqualTo("https://weavers.example.org");
        assertThat(content.profile()).isEqualTo(new EntryProfile.Collective(1998, 120));
        assertThat(names(ours())).as("it waits for its representative").isEmpty();

        town.mandate(maria, member, PRIMARY);
        assertThat(desk.mine(maria))
                .extracting(EntryCard::id)
                .containsExactly(form.card().id());
        save(maria, form.card().id(), content.withDescription(LocalizedText.of(Language.EN, "We weave together.")));
        entries.confirm(maria, form.card().id());

        assertThat(directory.look(Asker.guest(), form.card().slug())).isInstanceOf(Look.Found.class);
        assertThat(shown(form.card().slug()).card().member()).isTrue();
    }

    @Test
    void theSameNewsTwiceDraftsOnceAndAPersonGetsNoEntry(Scenario scenario) {
        MemberId member = drafted(scenario, "Potters " + own);
        EntryId first = draft(member).orElseThrow();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        LocalizedText name = LocalizedText.of(Language.EN, "Potters " + own);

        scenario.publish(new MemberAdmitted(member, MemberKind.ASSOCIATION, name, null, now))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(this::nothingIsOnItsWay, done -> done)
                .andVerify(_ -> assertThat(draft(member)).contains(first));
        scenario.publish(new MemberAdmitted(MemberId.next(), MemberKind.PERSON, name, null, now))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(this::nothingIsOnItsWay, done -> done)
                .andVerify(_ -> assertThat(entriesNamed()).isEqualTo(1));
    }

    @Test
    void whoLeavesLosesTheBadgeAndKeepsTheEntry(Scenario scenario) {
        MemberId member = drafted(scenario, "Smiths " + own);
        EntryId id = draft(member).orElseThrow();
        entries.confirm(steward, id);
        assertThat(directory.facets(ours()).members()).isEqualTo(1);

        scenario.stimulate(() -> town.leave(member))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> form(id).card().member(), badge -> !badge)
                .andVerify(_ -> assertThat(names(ours())).hasSize(1));
        scenario.publish(new MemberLeft(member, Instant.parse("2026-01-01T00:00:00Z")))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(this::nothingIsOnItsWay, done -> done)
                .andVerify(_ -> assertThat(directory.facets(ours()).members()).isZero());
    }

    @Test
    void whoWasBroughtInByMistakeLeavesNoDraftBehind() {
        ImportId table = town.table("associations", "id,Name (English)\n" + own + ",Phantoms " + own + "\n");
        town.bringIn(table);
        await().atMost(SOON).until(() -> entriesNamed() == 1);

        town.takeBack(table);

        await().atMost(SOON).until(() -> entriesNamed() == 0);
    }

    @Test
    void newsThatComeLateDoNotBringABadgeBack(Scenario scenario) {
        MemberId member = drafted(scenario, "Dyers " + own);
        EntryId id = draft(member).orElseThrow();
        scenario.stimulate(() -> town.leave(member))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> form(id).card().member(), badge -> !badge)
                .andVerify(_ -> {});

        scenario.publish(new MemberAdmitted(
                        member,
                        MemberKind.ASSOCIATION,
                        LocalizedText.of(Language.EN, "Dyers"),
                        null,
                        Instant.parse("2026-01-01T00:00:00Z")))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(this::nothingIsOnItsWay, done -> done)
                .andVerify(_ -> assertThat(form(id).card().member()).isFalse());
    }

    @Test
    void anEntryThatWasThereBeforeTakesTheDraftsPlace(Scenario scenario) {
        MemberId member = drafted(scenario, "Printers " + own);
        EntryId known = made(EntryKind.ASSOCIATION, "Printers");

        entries.link(steward, known, member);

        assertThat(draft(member)).contains(known);
        assertThat(form(known).card().member()).isTrue();
    }

    private MemberId drafted(Scenario scenario, String name) {
        MemberId member = MemberId.next();
        scenario.stimulate(() -> town.admitted(
                        NewMember.of(member, MemberKind.ASSOCIATION, LocalizedText.of(Language.EN, name), null)))
                .andWaitAtMost(SOON)
                .andWaitForStateChange(() -> draft(member))
                .andVerify(id -> assertThat(id).isPresent());
        return member;
    }

    private Optional<EntryId> draft(MemberId member) {
        return jdbc.sql("SELECT id FROM entry WHERE member = ?")
                .param(member.value())
                .query((row, _) -> new EntryId(row.getObject("id", UUID.class)))
                .optional();
    }

    private long entriesNamed() {
        return jdbc.sql("SELECT count(*) FROM entry WHERE found LIKE ?")
                .param("%" + own + "%")
                .query(Long.class)
                .single();
    }

    private boolean nothingIsOnItsWay() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM event_publication WHERE listener_id LIKE 'alliance.%')")
                .query(Boolean.class)
                .single();
    }
}
