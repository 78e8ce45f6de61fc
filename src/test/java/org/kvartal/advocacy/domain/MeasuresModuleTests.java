package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.NewMeasure;
import org.kvartal.advocacy.MeasureDesk.NewReport;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.MeasureSign;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.IndicatorReading;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.ReportId;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.testing.SqlCounter;

/** A measure is its owner's, reports come by a schedule, and somebody else says whether it was done. */
class MeasuresModuleTests extends AdvocacyHouse {

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    private MeasureId entered(Owner owner, LocalDate starts, LocalDate due, ReportSchedule schedule) {
        MeasureId id = MeasureId.next();
        measureDesk.enter(officer, new NewMeasure(id, measure(owner, starts, due, schedule), Set.of()));
        return id;
    }

    private Owner weavers(Asker chair) {
        MemberCard weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers " + chair.requirePerson(), null);
        belonging.mandate(weavers, chair.requirePerson(), RepresentationKind.PRIMARY);
        return new Owner.OfMember(weavers.id());
    }

    private MeasureId underWay(Owner owner) {
        MeasureId id = entered(owner, today(), today().plusDays(100), ReportSchedule.MONTHLY);
        measureDesk.commit(officer, id, version(id), "Department of Forms");
        measureDesk.start(officer, id, version(id));
        return id;
    }

    /** Who owes somebody a look at that measure. */
    private List<String> awaited(Asker by, MeasureId id) {
        String path = AdvocacyPages.measure(shown(Asker.guest(), id).card().code());
        return tasks.awaited(new Reader(by, Language.EN, SOFIA), 500).stream()
                .filter(line -> line.path().equals(path))
                .map(AwaitedLine::who)
                .toList();
    }

    @Test
    void itsOwnerReportsAndSomebodyElseVerifies() {
        Asker chair = person("Chair", Role.MEMBER, Role.OFFICER);
        MeasureId id = underWay(weavers(chair));
        RecommendationId recommendation = adopted("Measured");
        measureDesk.tie(chair, id, recommendation);
        assertThatExceptionOfType(Refused.class)
                .as("nothing shows it")
                .isThrownBy(() -> measureDesk.reportDone(chair, id, version(id)));
        measureDesk.point(chair, id, "The form", "example.org/form");
        measureDesk.reportDone(chair, id, version(id));
        assertThat(awaited(chair, id)).containsExactly("the office");
        assertThat(awaited(officer, id)).as("who owes it is not owed it").isEmpty();

        assertThat(shown(chair, id).card().progress())
                .as("nobody else has seen it yet")
                .isZero();
        assertThat(shown(chair, id).mayVerify()).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        measureDesk.verify(chair, id, version(id), MeasureState.VERIFIED_IMPLEMENTED, "It is there."));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        measureDesk.verify(member, id, version(id), MeasureState.VERIFIED_IMPLEMENTED, "It is there."));
        measureDesk.verify(officer, id, version(id), MeasureState.VERIFIED_IMPLEMENTED, "It is there.");

        assertThat(awaited(chair, id)).isEmpty();
        assertThat(shown(Asker.guest(), id).card().state()).isEqualTo(MeasureState.VERIFIED_IMPLEMENTED);
        assertThat(shown(Asker.guest(), id).card().progress()).isEqualTo(100);
        assertThat(trace.walk(Asker.guest(), recommendation.traced(), Language.EN))
                .extracting(step -> step.node().kind())
                .contains("measure");
    }

    @Test
    void anAssociationThatWasAskedToVerifiesAndTheTrailEndsThere() {
        Asker chair = person("Chair", Role.MEMBER);
        Owner owner = weavers(chair);
        MeasureId id = underWay(owner);
        RecommendationId recommendation = adopted("Verified by others");
        measureDesk.tie(officer, id, recommendation);
        Asker potter = person("Potter", Role.MEMBER);
        MemberCard potters = belonging.member(MemberKind.ASSOCIATION, "Potters " + potter.requirePerson(), null);
        belonging.mandate(potters, potter.requirePerson(), RepresentationKind.PRIMARY);

        assertThatExceptionOfType(Forbidden.class)
                .as("the owner chooses nobody")
                .isThrownBy(() -> measureDesk.assign(chair, id, version(id), potters.id()));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> measureDesk.assign(officer, id, version(id), ((Owner.OfMember) owner).member()))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("verifier"));
        measureDesk.assign(officer, id, version(id), potters.id());
        assertThatExceptionOfType(Refused.class)
                .as("nor does whoever verifies become the owner")
                .isThrownBy(() -> measureDesk.change(
                        officer,
                        id,
                        version(id),
                        measure(new Owner.OfMember(potters.id()), today(), today().plusDays(9), ReportSchedule.NONE)));
        measureDesk.point(chair, id, "The form", "example.org/form");
        measureDesk.reportDone(chair, id, version(id));
        isTold(potter, shown(officer, id).card().code());
        assertThat(awaited(chair, id)).singleElement().asString().startsWith("Potters");

        assertThat(shown(potter, id).mayVerify()).isTrue();
        assertThat(shown(member, id).mayVerify()).isFalse();
        measureDesk.verify(potter, id, version(id), MeasureState.VERIFIED_PARTLY, "We saw half of it.");

        assertThat(shown(Asker.guest(), id).verifiedFor()).isEqualTo(potters.name());
        assertThat(trace.walk(Asker.guest(), recommendation.traced(), Language.EN))
                .last()
                .satisfies(step -> {
                    assertThat(step.node().kind()).isEqualTo("verification");
                    assertThat(step.card().title()).isEqualTo("We saw half of it.");
                });
        assertThat(trace.walk(officer, id.tracedVerification(), Language.EN))
                .as("walked from the other end")
                .extracting(step -> step.node().kind())
                .contains("recommendation", "outcome");
    }

    @Test
    void whoeverSpeaksForAnAssociationWithoutADecisionOfItInWritingNeitherKeepsNorVerifies() {
        Asker chair = person("Chair", Role.MEMBER);
        Asker helper = person("Helper", Role.MEMBER);
        MemberCard weavers = association("Weavers " + Ids.next(), chair);
        belonging.mandate(weavers, helper.requirePerson(), RepresentationKind.DEPUTY);
        MeasureId own = underWay(new Owner.OfMember(weavers.id()));

        assertThat(shown(helper, own).mayKeep()).isFalse();
        assertThat(measures.owners(helper)).isEmpty();
        assertThat(measures.owners(chair)).extracting(MemberCard::id).containsExactly(weavers.id());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> measureDesk.point(helper, own, "", "example.org/form"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> measureDesk.draft(
                        helper, new NewReport(ReportId.next(), own, "Ours.", Language.EN, 5, weavers.id())));
        measureDesk.draft(helper, new NewReport(ReportId.next(), own, "As I see it.", Language.EN, 5, null));

        MeasureId other = underWay(new Owner.OfEntry(authority("Authority of Mandates")));
        measureDesk.assign(officer, other, version(other), weavers.id());
        measureDesk.point(officer, other, "", "example.org/form");
        measureDesk.reportDone(officer, other, version(other));
        assertThat(shown(helper, other).mayVerify()).isFalse();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        measureDesk.verify(helper, other, version(other), MeasureState.VERIFIED_NOT, "We saw none."));
        measureDesk.verify(chair, other, version(other), MeasureState.VERIFIED_NOT, "We saw none.");
        assertThat(shown(Asker.guest(), other).verifiedFor()).isEqualTo(weavers.name());
    }

    @Test
    void whoeverFollowsHearsWhatBecomesOfIt() {
        Asker reader = person("Rada Reader", Role.MEMBER);
        Asker other = person("Otto Other", Role.MEMBER);
        MeasureId id = entered(
                new Owner.OfEntry(authority("Authority of News")), today(), today().plusDays(100), ReportSchedule.NONE);
        following.follow(reader, id);
        following.follow(reader, id);
        following.follow(other, id);
        following.unfollow(other, id);
        assertThat(shown(reader, id).follows()).isTrue();
        assertThat(shown(other, id).follows()).isFalse();
        assertThat(shown(Asker.guest(), id).mayFollow()).isFalse();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> following.follow(Asker.guest(), id));
        String code = shown(officer, id).card().code();

        measureDesk.commit(officer, id, version(id), "Us");
        isTold(reader, code + ", One form: Promised");
        measureDesk.start(officer, id, version(id));
        isTold(reader, code + ", One form: Under way");
        ReportId report = ReportId.next();
        measureDesk.draft(officer, new NewReport(report, id, "Half.", Language.EN, 50, null));
        measureDesk.publish(officer, report);
        isTold(reader, "A report on " + code + " is out");
        assertThat(inbox.newest(other, Language.EN, null, 50).lines()).isEmpty();

        RecommendationId recommendation = confirmed("Followed");
        following.follow(reader, recommendation);
        desk.adopt(officer, recommendation, version(recommendation));
        isTold(reader, card(recommendation).code() + " was adopted");
        RecommendationId hidden = begun("Nobody knows of it");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> following.follow(reader, hidden));
    }

    @Test
    void whoeverReportedItOnBehalfOfAnAuthorityDoesNotVerifyIt() {
        MeasureId id = underWay(new Owner.OfEntry(authority("Authority of Forms")));
        measureDesk.point(officer, id, "", "https://example.org/form");
        measureDesk.reportDone(officer, id, version(id));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> measureDesk.verify(officer, id, version(id), MeasureState.VERIFIED_NOT, "No."));
        measureDesk.verify(second, id, version(id), MeasureState.VERIFIED_PARTLY, "Half of it.");
    }

    @Test
    void anybodyDraftsAReportAndTheOwnerPublishesIt() {
        Asker chair = person("Chair", Role.MEMBER);
        MeasureId id = underWay(weavers(chair));
        ReportId report = ReportId.next();
        measureDesk.draft(member, new NewReport(report, id, "I saw the form.", Language.EN, 40, null));
        assertThat(shown(Asker.guest(), id).reports()).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> measureDesk.publish(member, report));

        measureDesk.publish(chair, report);

        assertThat(shown(Asker.guest(), id).reports())
                .singleElement()
                .satisfies(line -> assertThat(line.text()).isEqualTo("I saw the form."));
        assertThat(shown(Asker.guest(), id).card().progress()).isEqualTo(40);

        measureDesk.point(chair, id, "", "https://example.org/form");
        measureDesk.reportDone(chair, id, version(id));
        measureDesk.verify(officer, id, version(id), MeasureState.VERIFIED_PARTLY, "Part of it.");
        assertThat(shown(Asker.guest(), id).card().progress())
                .as("as it was last reported")
                .isEqualTo(40);
    }

    private MeasureContent aimed(Owner owner, Aims aims) {
        MeasureContent content = measure(owner, today(), today().plusDays(100), ReportSchedule.NONE);
        return new MeasureContent(
                content.title(),
                content.about(),
                owner,
                "Us",
                content.starts(),
                content.due(),
                content.schedule(),
                "",
                "",
                aims);
    }

    private static Indicator indicator(UUID id, String name, @Nullable String current) {
        return new Indicator(
                id,
                en(name),
                "%",
                new BigDecimal("0.50"),
                new BigDecimal("100"),
                current == null ? null : new BigDecimal(current));
    }

    @Test
    void whatAMeasureIsMeasuredByMovesWithTheReportsThatAreOut() {
        Owner owner = new Owner.OfEntry(authority("Authority of Numbers"));
        UUID forms = Ids.next();
        UUID doors = Ids.next();
        Aims aims = new Aims(
                List.of(indicator(forms, "Forms", "2"), indicator(doors, "Doors", null)),
                40,
                new Budget(new BigDecimal("12000.5"), "eur"));
        MeasureId id = underWay(owner);
        measureDesk.change(officer, id, version(id), aimed(owner, aims));
        assertThat(shown(Asker.guest(), id).content().aims())
                .isEqualTo(new Aims(
                        List.of(
                                new Indicator(
                                        forms,
                                        en("Forms"),
                                        "%",
                                        new BigDecimal("0.5"),
                                        new BigDecimal("100"),
                                        new BigDecimal("2")),
                                new Indicator(
                                        doors, en("Doors"), "%", new BigDecimal("0.5"), new BigDecimal("100"), null)),
                        40,
                        new Budget(new BigDecimal("12000.50"), "EUR")));
        ReportId report = ReportId.next();
        assertThatExceptionOfType(Refused.class)
                .as("another measure's")
                .isThrownBy(() -> measureDesk.draft(
                        officer,
                        new NewReport(report, id, "Half.", Language.EN, 50, null, Map.of(Ids.next(), BigDecimal.ONE))));

        measureDesk.draft(
                officer,
                new NewReport(report, id, "Half.", Language.EN, 50, null, Map.of(forms, new BigDecimal("50.0"))));
        assertThat(current(id)).as("a draft is only said").containsExactly("2", null);
        measureDesk.publish(officer, report);

        assertThat(current(id)).containsExactly("50", null);
        assertThat(shown(Asker.guest(), id).reports().getFirst().readings())
                .containsExactly(new IndicatorReading(en("Forms"), "%", new BigDecimal("50")));
        measureDesk.change(
                officer, id, version(id), aimed(owner, new Aims(List.of(indicator(doors, "Doors", "1")), null, null)));
        assertThat(shown(Asker.guest(), id).reports().getFirst().readings())
                .as("what is not counted any more is not shown")
                .isEmpty();
    }

    private List<@Nullable String> current(MeasureId id) {
        return shown(Asker.guest(), id).content().aims().indicators().stream()
                .<@Nullable String>map(
                        one -> one.current() == null ? null : one.current().toPlainString())
                .toList();
    }

    @Test
    void whatNobodyCanMeanIsSaidAtItsField() {
        Owner owner = new Owner.OfEntry(authority("Authority of Mistakes"));
        MeasureId id = underWay(owner);
        UUID one = Ids.next();

        refusedAt(
                "indicators.0.target",
                id,
                owner,
                new Aims(List.of(new Indicator(one, en("X"), "", null, new BigDecimal("1e30"), null)), null, null));
        refusedAt(
                "indicators.0.name.en",
                id,
                owner,
                new Aims(List.of(new Indicator(one, en("—"), "", null, null, null)), null, null));
        refusedAt("weight", id, owner, new Aims(List.of(), 101, null));
        refusedAt("budget", id, owner, new Aims(List.of(), null, new Budget(BigDecimal.ZERO, "EUR")));
        refusedAt("budget", id, owner, new Aims(List.of(), null, new Budget(new BigDecimal("1.234"), "EUR")));
        refusedAt("currency", id, owner, new Aims(List.of(), null, new Budget(BigDecimal.ONE, "money")));
    }

    private void refusedAt(String field, MeasureId id, Owner owner, Aims aims) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> measureDesk.change(officer, id, version(id), aimed(owner, aims)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void anotherScheduleLeavesAloneWhatIsOverAndWhatHasAReport() {
        Asker chair = person("Chair", Role.MEMBER);
        Owner owner = weavers(chair);
        LocalDate starts = today();
        MeasureId id = underWay(owner);
        List<LocalDate> monthly = days(id);
        assertThat(monthly)
                .containsExactly(
                        starts.plusMonths(1), starts.plusMonths(2), starts.plusMonths(3), starts.plusDays(100));
        clock.turn(Duration.ofDays(20));
        ReportId report = ReportId.next();
        measureDesk.draft(chair, new NewReport(report, id, "Begun.", Language.EN, 10, null));
        measureDesk.publish(chair, report);
        clock.turn(Duration.ofDays(43));

        measureDesk.change(
                chair,
                id,
                version(id),
                new MeasureContent(
                        en("One form"),
                        null,
                        owner,
                        "Us",
                        starts,
                        starts.plusDays(200),
                        ReportSchedule.QUARTERLY,
                        "",
                        ""));

        assertThat(days(id))
                .containsExactly(
                        starts.plusMonths(1),
                        starts.plusMonths(2),
                        starts.plusMonths(3),
                        starts.plusMonths(6),
                        starts.plusDays(200));
        assertThat(shown(chair, id).days().getFirst().report()).isTrue();
        assertThat(shown(chair, id).card().signs()).contains(MeasureSign.REPORT_OVERDUE);
    }

    private List<LocalDate> days(MeasureId id) {
        return shown(officer, id).days().stream().map(Measures.ReportDay::on).toList();
    }

    @Test
    void ownersAreRemindedThirtySevenAndNoDaysBefore() {
        Asker chair = person("Chair", Role.MEMBER);
        MeasureId id = underWay(weavers(chair));

        // The first report is a month away; a month may have 31 days.
        clock.turn(Duration.ofDays(1));
        for (int i = 0; i < 3; i++) {
            while (reportDays.remind()) {
                // Some at a time.
            }
        }

        assertThat(shown(chair, id).card().signs()).doesNotContain(MeasureSign.BEHIND);
        isTold(chair, shown(chair, id).card().code());
        clock.turn(Duration.ofDays(60));
        assertThat(shown(chair, id).card().signs()).contains(MeasureSign.BEHIND);
    }

    @Test
    void aPauseGoesOnWhereItStoodAndOnlyTheRoomCancels() {
        MeasureId id = underWay(new Owner.OfEntry(authority("Authority of Pauses")));
        measureDesk.hold(officer, id, version(id), "No budget yet.");
        measureDesk.resume(officer, id, version(id));
        assertThat(shown(officer, id).card().state()).isEqualTo(MeasureState.IN_PROGRESS);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> measureDesk.cancel(officer, id, version(id), "No.", OutcomeId.next()));
        OutcomeId decision = roomConfirms(OutcomeKind.DECISION, "We cancel it");
        measureDesk.cancel(officer, id, version(id), "Not needed.", decision);
        assertThat(shown(officer, id).card().state()).isEqualTo(MeasureState.CANCELLED);
    }

    @Test
    void aListTakesTheSameNumberOfStatementsHoweverLongItIs() {
        Owner owner = new Owner.OfEntry(authority("Authority of Lists"));
        IntStream.range(0, 3).forEach(_ -> entered(owner, today(), today().plusDays(9), ReportSchedule.NONE));
        int few = SqlCounter.during(() -> {
                    var _ = measures.list(Asker.guest(), MeasureFilter.ALL, null, 2);
                })
                .size();
        IntStream.range(0, 8).forEach(_ -> entered(owner, today(), today().plusDays(9), ReportSchedule.NONE));

        int many = SqlCounter.during(() -> {
                    var _ = measures.list(Asker.guest(), MeasureFilter.ALL, null, 10);
                })
                .size();

        assertThat(many).isEqualTo(few);
    }
}
