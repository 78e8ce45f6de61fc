package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.membership.RepresentationKind.PRIMARY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.Directory.Partnership;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryDesk.Proposal;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;

/** Entries belong together in several ways, seen from both ends, with dates and a source. */
class RelationsModuleTests extends DirectoryHouse {

    private EntryId weavers;
    private EntryId alliance;

    @BeforeEach
    void twoEntries() {
        weavers = made(EntryKind.ASSOCIATION, "Weavers");
        alliance = made(EntryKind.NETWORK, "Alliance");
    }

    @ParameterizedTest
    @EnumSource(RelationKind.class)
    void eachIsSeenFromBothEnds(RelationKind kind) {
        entries.relate(steward, relation(RelationId.next(), weavers, kind, alliance, "2019-04", null));

        RelationLine here = related(weavers).getFirst();
        RelationLine there = related(alliance).getFirst();

        assertThat(here.kind()).isEqualTo(kind);
        assertThat(here.outward()).isTrue();
        assertThat(here.other().id()).isEqualTo(alliance);
        assertThat(here.since()).isEqualTo(RoughDate.of("2019-04"));
        assertThat(requireNonNull(here.about()).in(Language.EN)).isEqualTo("Joint exhibitions");
        assertThat(here.source()).isEqualTo("https://example.org/minutes");
        assertThat(there.outward()).isFalse();
        assertThat(there.other().id()).isEqualTo(weavers);
    }

    @Test
    void anEndedOneStaysReadable() {
        RelationId id = RelationId.next();
        entries.relate(steward, relation(id, weavers, RelationKind.MEMBER_OF, alliance, "2015", null));

        entries.end(steward, id, RoughDate.of("2020-06"));

        assertThat(related(weavers).getFirst().ended()).isTrue();
        assertThat(related(weavers).getFirst().until()).isEqualTo(RoughDate.of("2020-06"));
        refused("until", () -> entries.end(steward, id, RoughDate.of("2014")));
    }

    @Test
    void oneThatEndsThisYearHasNotEndedYet() {
        RoughDate thisYear =
                RoughDate.ofYear(LocalDate.now(ZoneId.of("Europe/Sofia")).getYear());
        entries.relate(
                steward,
                relation(RelationId.next(), weavers, RelationKind.PART_OF, alliance, null, thisYear.toString()));

        assertThat(related(weavers).getFirst().ended()).isFalse();
    }

    @Test
    void theSameIsNotSaidTwice() {
        RelationId id = RelationId.next();
        entries.relate(steward, relation(id, weavers, RelationKind.AGREEMENT, alliance, "2020", null));
        entries.relate(steward, relation(id, weavers, RelationKind.AGREEMENT, alliance, "2021", null));

        assertThat(related(weavers)).hasSize(1);
        assertThat(related(weavers).getFirst().since()).isEqualTo(RoughDate.of("2021"));
        refused(
                "to",
                () -> entries.relate(
                        steward, relation(RelationId.next(), alliance, RelationKind.AGREEMENT, weavers, "2021", null)));
        refused(
                "to",
                () -> entries.relate(
                        steward, relation(RelationId.next(), weavers, RelationKind.HOSTS, weavers, null, null)));
        forbidden(() -> entries.relate(steward, relation(id, weavers, RelationKind.HOSTS, alliance, "2021", null)));
    }

    @Test
    void whoKeepsOneEndMayStateAndTakeBack() {
        MemberId member = town.association("Weavers " + own);
        entries.link(steward, weavers, member);
        town.mandate(maria, member, PRIMARY);
        RelationId id = RelationId.next();
        Asker stranger = town.person();

        forbidden(() -> entries.relate(stranger, relation(id, weavers, RelationKind.MEMBER_OF, alliance, null, null)));
        entries.relate(maria, relation(id, weavers, RelationKind.MEMBER_OF, alliance, null, null));
        forbidden(() -> entries.end(stranger, id, RoughDate.ofYear(2024)));
        forbidden(() -> entries.withdraw(stranger, id));

        entries.withdraw(maria, id);

        assertThat(related(alliance)).isEmpty();
    }

    @Test
    void whatOnlyOneEndSaysIsAProposalUntilTheOtherAgrees() {
        MemberId member = town.association("Weavers " + own);
        entries.link(steward, weavers, member);
        town.mandate(maria, member, PRIMARY);
        MemberId other = town.association("Alliance " + own);
        entries.link(steward, alliance, other);
        Asker boris = town.person(Role.MEMBER);
        town.mandate(boris, other, PRIMARY);
        RelationId id = RelationId.next();

        entries.relate(maria, relation(id, weavers, RelationKind.MEMBER_OF, alliance, "2024", null));

        assertThat(related(weavers)).as("nobody else sees it").isEmpty();
        assertThat(desk.form(maria, weavers).proposals())
                .extracting(Proposal::mayAgree)
                .containsExactly(false);
        assertThat(desk.form(boris, alliance).proposals())
                .extracting(Proposal::mayAgree)
                .containsExactly(true);
        assertThat(desk.form(town.person(Role.MEMBER), alliance).proposals()).isEmpty();
        forbidden(() -> entries.agree(maria, id));

        entries.agree(boris, id);
        entries.agree(boris, id);

        assertThat(related(weavers)).hasSize(1);
        assertThat(related(alliance).getFirst().other().id()).isEqualTo(weavers);
        assertThat(desk.form(boris, alliance).proposals()).isEmpty();
    }

    @Test
    void aProposalIsTurnedDownByTheOtherEnd() {
        MemberId member = town.association("Weavers " + own);
        entries.link(steward, weavers, member);
        town.mandate(maria, member, PRIMARY);
        RelationId id = RelationId.next();
        entries.relate(maria, relation(id, weavers, RelationKind.AGREEMENT, alliance, null, null));
        assertThat(partnerships()).isEmpty();

        entries.withdraw(steward, id);

        assertThat(desk.form(maria, weavers).proposals()).isEmpty();
        assertThat(related(weavers)).isEmpty();
    }

    @Test
    void whatIsNotPublicIsRelatedToNothing() {
        entries.relate(steward, relation(RelationId.next(), weavers, RelationKind.TWINNED_WITH, alliance, null, null));
        assertThat(partnerships()).hasSize(1);

        entries.archive(steward, alliance, "Dissolved");

        assertThat(related(weavers)).isEmpty();
        assertThat(partnerships()).isEmpty();
    }

    @Test
    void aPageIsNewWhenANeighbourIsRenamedAndOnlyThen() {
        entries.relate(steward, relation(RelationId.next(), weavers, RelationKind.PART_OF, alliance, null, null));
        long before = detail(weavers).revision();

        made(EntryKind.HUB, "Somebody else");
        assertThat(detail(weavers).revision()).isEqualTo(before);

        save(steward, alliance, kept(alliance).withNames(EntryContent.Names.of("New alliance", "en")));
        assertThat(detail(weavers).revision()).isGreaterThan(before);
        assertThat(related(weavers).getFirst().other().names().own()).isEqualTo("New alliance");
    }

    @Test
    void partnershipsThatLastComeFirstTheNewestBeforeTheOlder() {
        EntryId sofia = made(told(EntryKind.CITY, "Sofia", "sofia"), EntryKind.CITY);
        EntryId athens = made(told(EntryKind.CITY, "Athens", "athens"), EntryKind.CITY);
        EntryId skopje = made(told(EntryKind.CITY, "Skopje", "skopje"), EntryKind.CITY);
        entries.relate(steward, relation(RelationId.next(), sofia, RelationKind.TWINNED_WITH, athens, "2018", null));
        entries.relate(steward, relation(RelationId.next(), sofia, RelationKind.TWINNED_WITH, skopje, "2022", null));
        entries.relate(steward, relation(RelationId.next(), athens, RelationKind.AGREEMENT, skopje, "2023", "2024"));
        entries.relate(steward, relation(RelationId.next(), weavers, RelationKind.MEMBER_OF, alliance, null, null));

        assertThat(partnerships())
                .extracting(one -> String.valueOf(one.since()))
                .containsExactly("2022", "2018", "2023");
        assertThat(partnerships()).extracting(Partnership::ended).containsExactly(false, false, true);
        assertThat(partnerships().getFirst().one().coordinates()).isNotNull();
    }

    private List<Partnership> partnerships() {
        return directory.partnerships(500).stream()
                .filter(one -> one.one().names().others().contains(own))
                .toList();
    }

    private Directory.EntryDetail detail(EntryId id) {
        return directory.details(List.of(id)).getFirst();
    }

    private List<RelationLine> related(EntryId id) {
        return detail(id).relations();
    }

    private static NewRelation relation(
            RelationId id,
            EntryId from,
            RelationKind kind,
            EntryId to,
            @Nullable String since,
            @Nullable String until) {
        return new NewRelation(
                id,
                from,
                kind,
                to,
                since == null ? null : RoughDate.of(since),
                until == null ? null : RoughDate.of(until),
                LocalizedText.of(Language.EN, "Joint\nexhibitions"),
                " https://example.org/minutes ");
    }

    private static void refused(String field, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(act);
    }
}
