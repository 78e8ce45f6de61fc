package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.Health;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.Party;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.PlanItemContent;
import org.kvartal.missions.ProjectDesk.StageContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog.ClientPage;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects.FollowUpLine;
import org.kvartal.missions.Projects.PlanItem;
import org.kvartal.missions.Projects.ProjectFilter;
import org.kvartal.missions.Projects.ProjectLine;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.StageId;
import org.kvartal.missions.StageState;
import org.kvartal.missions.StageTemplate;
import org.kvartal.testing.SqlCounter;

/** A consultant helps a client stage by stage; the client stands by what was written down, and somebody else decides at the gates. */
class ProjectsModuleTests extends MissionHouse {

    private List<String> codes(Asker asker) {
        return projects.list(asker, ProjectFilter.ALL, null, 100).projects().stream()
                .map(ProjectLine::code)
                .toList();
    }

    @Test
    void aProjectBeginsWithACopyOfATemplateInThreeLanguages() {
        ProjectId id = begun(client(), null, StageTemplate.REGIONAL_STRATEGY);

        List<StageLine> stages = page(consultant, id).stages();

        assertThat(stages).hasSize(6);
        assertThat(stages.getFirst().state()).isEqualTo(StageState.CURRENT);
        assertThat(stages.getFirst().title().in(Language.RU)).isEqualTo("Исследование");
        assertThat(stages.getLast().due()).isEqualTo(today().plusDays(200));
        assertThat(stages)
                .allSatisfy(stage -> assertThat(stage.items())
                        .extracting(PlanItem::kind)
                        .containsExactlyInAnyOrder(PlanItemKind.GOAL, PlanItemKind.TASK, PlanItemKind.DELIVERABLE));
        isTold(consultant, code(id));
        assertThat(page(chair, id).mayConfirm()).isTrue();
    }

    @Test
    void theSameIdAgainIsTheSameProject() {
        ProjectId id = ProjectId.next();
        NewProject wish = new NewProject(id, content(client()), null, consultant.requirePerson(), null, null, "");

        assertThat(desk.begin(officer, wish)).isEqualTo(desk.begin(officer, wish));
        assertThat(page(officer, id).stages()).hasSize(1);
    }

    @Test
    void nobodyElseLearnsOfAProject() {
        ProjectId id = begun();
        LogId row = met(id);
        StoredFile paper = desk.attach(
                consultant,
                id,
                "Budget",
                "budget.txt",
                new ByteArrayInputStream("1 loom".getBytes(StandardCharsets.UTF_8)));
        Asker other = person("Other Consultant", Role.MEMBER);
        Asker administrator = person("Adam Administrator", Role.ADMINISTRATOR);
        for (Asker nobody : List.of(other, stranger, Asker.guest())) {
            assertThat(codes(nobody)).doesNotContain(code(id));
            assertThat(projects.find(nobody, code(id))).isEmpty();
            assertThatThrownBy(() -> log.rows(nobody, id, null, 10)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> log.write(nobody, id, LogId.next(), meeting(today())))
                    .isInstanceOfAny(NotFound.class, Forbidden.class);
            assertThatThrownBy(() -> log.confirm(nobody, row)).isInstanceOfAny(NotFound.class, Forbidden.class);
            assertThatThrownBy(() -> desk.change(nobody, id, 0, content(client())))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() ->
                            desk.tick(nobody, current(id).items().getFirst().id(), true))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> files.address(paper.id(), nobody)).isInstanceOf(NotFound.class);
            assertThat(trace.walk(nobody, id.traced(), Language.EN)).isEmpty();
            assertThat(calendar.between(
                            nobody, clock.instant(), clock.instant().plus(Duration.ofDays(300)), Language.EN))
                    .noneMatch(event -> event.title().contains(code(id)));
        }
        assertThat(codes(administrator)).contains(code(id));
        assertThatThrownBy(() -> desk.hold(administrator, id, version(id), "No."))
                .isInstanceOf(Forbidden.class);
        assertThat(codes(chair)).containsExactly(code(id));
        assertThat(page(chair, id).contact()).as("whose address it is").isNull();
        assertThatThrownBy(() -> desk.tick(chair, current(id).items().getFirst().id(), true))
                .isInstanceOf(Forbidden.class);
        assertThat(files.address(paper.id(), chair)).isNotBlank();
    }

    @Test
    void atAGateOneAsksAndAnotherDecides() {
        ProjectId id = begun();
        StageLine idea = current(id);
        assertThatExceptionOfType(Refused.class)
                .as("there is no gate")
                .isThrownBy(() -> desk.ask(consultant, idea.id(), idea.version(), ""));
        desk.finish(consultant, idea.id(), idea.version());
        StageLine plan = current(id);
        assertThat(plan.place()).isEqualTo(2);
        assertThatExceptionOfType(Refused.class)
                .as("no gate is walked around")
                .isThrownBy(() -> desk.finish(consultant, plan.id(), plan.version()));

        desk.ask(officer, plan.id(), plan.version(), "We are ready.");
        StageLine asked = current(id);
        assertThatExceptionOfType(Refused.class)
                .as("whoever asked")
                .isThrownBy(() -> desk.decide(officer, plan.id(), asked.version(), GateVerdict.GO, ""));
        assertThatThrownBy(() -> desk.decide(consultant, plan.id(), asked.version(), GateVerdict.GO, ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.decide(chair, plan.id(), asked.version(), GateVerdict.GO, ""))
                .isInstanceOf(Forbidden.class);
        assertThat(owes(second)).contains("missions.gate:" + plan.id());
        desk.decide(second, plan.id(), asked.version(), GateVerdict.REWORK, "Name the costs.");

        assertThat(current(id).state()).isEqualTo(StageState.CURRENT);
        assertThat(current(id).gates())
                .singleElement()
                .satisfies(gate -> assertThat(gate.decided()).isEqualTo("Name the costs."));
        assertThat(owes(second)).doesNotContain("missions.gate:" + plan.id());
        isTold(consultant, "Rework");
        desk.ask(consultant, plan.id(), current(id).version(), "");
        desk.decide(officer, plan.id(), current(id).version(), GateVerdict.GO, "");
        assertThat(current(id).place()).isEqualTo(3);
    }

    @Test
    void aConsultantWhoIsAnOfficerDoesNotDecideOnTheirOwnProject() {
        ProjectId id = begun();
        desk.staff(officer, id, version(id), second.requirePerson(), officer.requirePerson());
        desk.finish(second, current(id).id(), current(id).version());
        desk.ask(officer, current(id).id(), current(id).version(), "");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(
                        () -> desk.decide(second, current(id).id(), current(id).version(), GateVerdict.GO, ""));
    }

    @Test
    void stopAtAGateEndsTheProjectAndSilenceNeverDecides() {
        ProjectId id = begun();
        desk.finish(consultant, current(id).id(), current(id).version());
        desk.ask(consultant, current(id).id(), current(id).version(), "");
        clock.turn(Duration.ofDays(40));
        projectTime.assumeSilence();
        assertThat(current(id).state()).isEqualTo(StageState.AT_GATE);

        StageId stage = current(id).id();
        assertThatExceptionOfType(Refused.class)
                .as("it takes a reason")
                .isThrownBy(() -> desk.decide(officer, stage, current(id).version(), GateVerdict.STOP, " "));
        desk.decide(officer, stage, current(id).version(), GateVerdict.STOP, "There is no hall.");

        assertThat(page(officer, id).line().state()).isEqualTo(ProjectState.TERMINATED);
        assertThat(page(chair, id).reason()).isEqualTo("There is no hall.");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> met(id));
    }

    @Test
    void afterTheLastStageItClosesAndIsLookedAtAgain() {
        ProjectId id = begun(client(), null, null);
        desk.finish(consultant, current(id).id(), current(id).version());
        assertThat(page(officer, id).line().state()).isEqualTo(ProjectState.CLOSING);
        desk.complete(officer, id, version(id));
        FollowUpLine first = page(officer, id).followUps().getFirst();
        assertThat(page(officer, id).followUps()).extracting(FollowUpLine::day).containsExactly(30, 90, 180, 365);
        assertThatExceptionOfType(Refused.class)
                .as("its day has not come")
                .isThrownBy(() -> desk.settle(consultant, first.id(), "Well."));

        clock.turn(Duration.ofDays(30));
        projectTime.openLooks();
        assertThat(page(officer, id).line().state()).isEqualTo(ProjectState.FOLLOW_UP);
        assertThat(owes(consultant)).contains("missions.look:" + first.id());
        desk.settle(consultant, first.id(), "Twelve pupils weave.");

        assertThat(owes(consultant)).doesNotContain("missions.look:" + first.id());
        desk.archive(officer, id, version(id));
        assertThat(page(officer, id).followUps()).hasSize(1);
    }

    @Test
    void aClientWithoutAnAccountConfirmsARowByALink() {
        var contact = contact();
        ProjectId id = begun(new Party.OfEntry(entry("Hall of a client", null)), contact, null);
        LogId row = met(id);
        assertThat(row(id, row).state()).isEqualTo(LogState.WAITING);
        assertThat(letters.to(contact.email()).getLast().secret()).isTrue();
        String token = token(contact.email(), "/log");

        ClientPage page = log.look(token).orElseThrow();
        assertThat(page.content().topics()).isEqualTo("We drew the budget.");
        assertThat(page.open()).isTrue();
        assertThat(row(id, row).state()).as("looking changes nothing").isEqualTo(LogState.WAITING);
        assertThat(log.confirm(token).orElseThrow().state()).isEqualTo(LogState.CONFIRMED);
        assertThat(log.confirm(token).orElseThrow().open()).as("pressed twice").isFalse();

        assertThat(row(id, row).state()).isEqualTo(LogState.CONFIRMED);
        assertThat(page(officer, id).confirmed()).isEqualTo(90);
        assertThat(log.look("forged")).isEmpty();
        assertThat(log.confirm(token.substring(1) + "A")).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .as("what was confirmed stays")
                .isThrownBy(() -> log.reword(consultant, row, row(id, row).version(), meeting(today())));
    }

    @Test
    void aClientSaysThatItWasOtherwiseAndTheRowIsWordedAnew() {
        var contact = contact();
        ProjectId id = begun(client(), contact, null);
        LogId row = met(id);
        String token = token(contact.email(), "/log");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> log.dispute(token, "  "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("words"));
        log.dispute(token, "It was an hour.");

        assertThat(row(id, row).objection()).isEqualTo("It was an hour.");
        assertThat(page(officer, id).line().health()).isEqualTo(Health.DISPUTED);
        assertThat(owes(consultant)).contains("missions.row:" + row);
        isTold(consultant, code(id));
        log.reword(
                consultant,
                row,
                row(id, row).version(),
                new LogContent(today(), 60, "", "We drew the budget.", "", "", Language.EN));

        assertThat(owes(consultant)).doesNotContain("missions.row:" + row);
        assertThat(page(officer, id).line().health()).isEqualTo(Health.WELL);
        assertThat(log.look(token))
                .as("the old link shows the old words to nobody")
                .isEmpty();
        assertThat(row(id, row).state()).isEqualTo(LogState.WAITING);
        isTold(chair, code(id));
        log.confirm(chair, row);
        assertThat(row(id, row).state()).isEqualTo(LogState.CONFIRMED);
    }

    @Test
    void fourteenDaysOfSilenceConfirmWhatWasAskedAndNothingElse() {
        ProjectId asked = begun(client(), contact(), null);
        LogId row = met(asked);
        ProjectId unreachable = begun(new Party.OfEntry(entry("Hall of nobody", null)), null, null);
        LogId noted = met(unreachable);
        assertThat(row(unreachable, noted).state()).isEqualTo(LogState.NOTED);

        clock.turn(Duration.ofDays(14).minusMinutes(1));
        projectTime.assumeSilence();
        assertThat(row(asked, row).state()).isEqualTo(LogState.WAITING);
        clock.turn(Duration.ofMinutes(2));
        projectTime.assumeSilence();

        assertThat(row(asked, row).state()).isEqualTo(LogState.ASSUMED);
        assertThat(row(unreachable, noted).state()).isEqualTo(LogState.NOTED);
        desk.reach(consultant, unreachable, version(unreachable), contact());
        log.ask(consultant, noted);
        assertThat(row(unreachable, noted).state()).isEqualTo(LogState.WAITING);
    }

    @Test
    void aLetterThatDidNotArriveHasAskedNobody() {
        var contact = contact();
        ProjectId id = begun(new Party.OfEntry(entry("Hall without a letter box", null)), contact, null);
        LogId row = met(id);
        comesBack(contact.email());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row(id, row).state()).isEqualTo(LogState.NOTED));
        assertThat(owes(consultant)).contains("missions.row:" + row);
        clock.turn(Duration.ofDays(20));
        projectTime.assumeSilence();

        assertThat(row(id, row).state()).isEqualTo(LogState.NOTED);
        desk.reach(consultant, id, version(id), contact());
        log.ask(consultant, row);
        assertThat(owes(consultant)).doesNotContain("missions.row:" + row);
    }

    @Test
    void whoGetsTheLettersNoMoreConfirmsNothing() {
        var former = contact();
        var later = contact();
        ProjectId id = begun(new Party.OfEntry(entry("Hall that moved", null)), former, null);
        LogId row = met(id);
        String token = token(former.email(), "/log");
        clock.turn(Duration.ofDays(13));
        desk.reach(consultant, id, version(id), later);

        assertThat(log.look(token)).isEmpty();
        clock.turn(Duration.ofDays(2));
        projectTime.assumeSilence();
        assertThat(row(id, row).state()).as("the days begin anew").isEqualTo(LogState.WAITING);
        assertThat(log.confirm(token(later.email(), "/log")).orElseThrow().state())
                .isEqualTo(LogState.CONFIRMED);
        LogId next = met(id);
        desk.reach(consultant, id, version(id), null);
        assertThat(row(id, next).state()).isEqualTo(LogState.NOTED);
    }

    @Test
    void ofTwoWordsAtTheSameMomentOneCounts() throws Exception {
        var contact = contact();
        ProjectId id = begun(client(), contact, null);
        LogId row = met(id);
        String token = token(contact.email(), "/log");

        atOnce(6, which -> {
            if (which % 2 == 0) {
                log.dispute(token, "It was an hour.");
            } else {
                log.confirm(token);
            }
        });

        assertThat(row(id, row).state()).isIn(LogState.CONFIRMED, LogState.DISPUTED);
        assertThat(jdbc.sql("""
                SELECT count(*) FROM audit_entry WHERE subject_id = :id
                   AND act IN ('missions.row-confirmed', 'missions.row-disputed')""").param("id", id.value()).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void aGateIsDecidedOnceAndCodesAreGivenOnce() throws Exception {
        ProjectId id = begun();
        desk.finish(consultant, current(id).id(), current(id).version());
        desk.ask(consultant, current(id).id(), current(id).version(), "");
        StageLine gate = current(id);
        GateVerdict[] verdicts = GateVerdict.values();

        assertThat(atOnce(
                        6,
                        which -> desk.decide(
                                which % 2 == 0 ? officer : second,
                                gate.id(),
                                gate.version(),
                                verdicts[which % 3],
                                "So be it.")))
                .isEqualTo(1);
        ProjectId[] ids = IntStream.range(0, 6).mapToObj(_ -> ProjectId.next()).toArray(ProjectId[]::new);
        assertThat(atOnce(
                        6,
                        which -> desk.begin(
                                officer,
                                new NewProject(
                                        ids[which],
                                        content(client()),
                                        null,
                                        consultant.requirePerson(),
                                        null,
                                        null,
                                        ""))))
                .isEqualTo(6);
        assertThat(Arrays.stream(ids).map(this::code)).doesNotHaveDuplicates();
    }

    @Test
    void afterThirtyDaysWithoutAMeetingItIsRedAndBothAreTold() {
        ProjectId id = begun();
        met(id);
        clock.turn(Duration.ofDays(30));
        projectTime.tellSilent();
        assertThat(page(officer, id).line().health()).isNotEqualTo(Health.SILENT);

        clock.turn(Duration.ofDays(1));
        projectTime.tellSilent();
        assertThat(page(officer, id).line().health()).isEqualTo(Health.SILENT);
        assertThat(projects.list(officer, new ProjectFilter(Set.of(), false, true), null, 100)
                        .projects())
                .extracting(ProjectLine::code)
                .contains(code(id));
        isTold(consultant, "30 days");
        isTold(officer, "30 days");

        met(id);
        assertThat(page(officer, id).line().health()).isNotEqualTo(Health.SILENT);
    }

    @Test
    void aPauseIsNoSilence() {
        ProjectId id = begun();
        desk.hold(officer, id, version(id), "Summer.");
        clock.turn(Duration.ofDays(60));
        assertThat(page(officer, id).line().health()).isEqualTo(Health.WELL);
        desk.resume(officer, id, version(id));

        assertThat(page(officer, id).line().health()).isNotEqualTo(Health.SILENT);
    }

    @Test
    void whatIsDueIsOwedByTheConsultantAndBySomebodyElseAfterThem() {
        ProjectId id = begun(client(), null, null);
        PlanItemId task = PlanItemId.next();
        desk.plan(
                consultant,
                current(id).id(),
                task,
                new PlanItemContent(PlanItemKind.TASK, en("Ask three halls"), today().plusDays(5), false));
        projectTime.openPlanned();
        assertThat(owes(consultant)).contains("missions.plan:" + task);

        desk.staff(officer, id, version(id), second.requirePerson(), officer.requirePerson());
        assertThat(owes(consultant)).doesNotContain("missions.plan:" + task);
        projectTime.openPlanned();
        assertThat(owes(second)).contains("missions.plan:" + task);
        clock.turn(Duration.ofDays(6));
        assertThat(page(officer, id).line().overdue()).isEqualTo(1);
        assertThat(page(officer, id).line().health()).isEqualTo(Health.LATE);
        desk.tick(second, task, true);

        assertThat(owes(second)).doesNotContain("missions.plan:" + task);
        assertThat(page(officer, id).line().overdue()).isZero();
    }

    @Test
    void aGoalIsAssessedOrItsTasksSpeakForIt() {
        ProjectId id = begun(client(), null, null);
        StageId stage = current(id).id();
        PlanItemId assessed = PlanItemId.next();
        PlanItemId counted = PlanItemId.next();
        PlanItemId task = PlanItemId.next();
        desk.plan(consultant, stage, assessed, new PlanItemContent(PlanItemKind.GOAL, en("Pupils"), null, false));
        desk.plan(consultant, stage, counted, new PlanItemContent(PlanItemKind.GOAL, en("Offers"), null, true));
        desk.plan(consultant, stage, task, new PlanItemContent(PlanItemKind.TASK, en("One"), today(), false));
        desk.plan(
                consultant,
                stage,
                PlanItemId.next(),
                new PlanItemContent(PlanItemKind.TASK, en("Two"), today(), false));
        desk.assess(consultant, assessed, 40, "Eight came.");
        desk.tick(consultant, task, true);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.assess(consultant, counted, 10, ""));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.assess(consultant, assessed, 101, ""));
        assertThat(current(id).items())
                .filteredOn(item -> item.kind() == PlanItemKind.GOAL)
                .extracting(PlanItem::percent)
                .containsExactlyInAnyOrder(40, 50);
    }

    @Test
    void stagesAreAddedMovedAndTakenOutWhileTheyAreAhead() {
        ProjectId id = begun();
        StageId added = StageId.next();
        StageContent content = new StageContent(en("Opening"), today().plusDays(9), true);
        desk.addStage(consultant, id, added, content);
        desk.addStage(consultant, id, added, content);
        desk.moveStage(consultant, added, 1);

        assertThat(page(officer, id).stages())
                .extracting(stage -> stage.title().in(Language.EN))
                .startsWith("Idea", "Opening")
                .hasSize(6);
        assertThatExceptionOfType(Refused.class)
                .as("it has begun")
                .isThrownBy(() -> desk.dropStage(consultant, current(id).id()));
        desk.dropStage(consultant, added);
        assertThat(page(officer, id).stages()).extracting(StageLine::place).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatIsHandedOverIsAFileOrAnAddress() {
        ProjectId id = begun();
        PlanItemId deliverable = current(id).items().stream()
                .filter(item -> item.kind() == PlanItemKind.DELIVERABLE)
                .map(PlanItem::id)
                .findFirst()
                .orElseThrow();
        desk.deliver(
                consultant,
                deliverable,
                "page.txt",
                new ByteArrayInputStream("One page.".getBytes(StandardCharsets.UTF_8)));
        assertThat(current(id).items())
                .anySatisfy(item -> assertThat(item.file()).isNotNull());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.point(consultant, deliverable, "javascript:alert(1)"));
        desk.point(consultant, deliverable, "example.org/page");

        assertThat(current(id).items())
                .anySatisfy(item -> assertThat(item.link()).isEqualTo("https://example.org/page"));
    }

    @Test
    void hostileWordsStandAsTheyWereTypedOrAreRefusedAtTheirField() {
        ProjectId id = begun(client(), contact(), null);
        LogId row = LogId.next();
        log.write(
                consultant,
                id,
                row,
                new LogContent(
                        today(),
                        30,
                        "Robert'); DROP TABLE log_row;--",
                        "<script>alert(1)</script> \u202Eevil",
                        "",
                        "",
                        Language.EN));
        assertThat(row(id, row).content().topics()).isEqualTo("<script>alert(1)</script> evil");
        refusedAt("topics", id, new LogContent(today(), 30, "", " \u00a0\n", "", "", Language.EN));
        refusedAt("topics", id, new LogContent(today(), 30, "", "x".repeat(4_001), "", "", Language.EN));
        refusedAt("minutes", id, new LogContent(today(), 0, "", "x", "", "", Language.EN));
        refusedAt("minutes", id, new LogContent(today(), 1_441, "", "x", "", "", Language.EN));
        refusedAt("heldOn", id, new LogContent(today().plusDays(2), 30, "", "x", "", "", Language.EN));
        refusedAt("heldOn", id, new LogContent(LocalDate.of(1, 1, 1), 30, "", "x", "", "", Language.EN));
        assertThat(projects.find(officer, "P-2026-1'; --")).isEmpty();
        assertThat(projects.find(officer, "P-0000-000000000001")).isEmpty();
    }

    private void refusedAt(String field, ProjectId id, LogContent content) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> log.write(consultant, id, LogId.next(), content))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        ProjectId id = begun();
        long seen = version(id);
        desk.change(consultant, id, seen, content(client()));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.change(officer, id, seen, content(client())));
        assertThatThrownBy(() -> desk.change(
                        consultant, id, version(id), content(new Party.OfEntry(entry("Another hall", null)))))
                .as("for whom it is done decides who reads it")
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void hoursAreTakenOutAsATableAndOnPaper() {
        ProjectId id = begun();
        LogId row = met(id);
        log.confirm(chair, row);
        LocalDate first = today().minusDays(1);

        assertThatThrownBy(() -> projects.hours(consultant, first, today())).isInstanceOf(Forbidden.class);
        assertThat(projects.hours(officer, first, today()))
                .filteredOn(line -> line.code().equals(code(id)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.minutes()).isEqualTo(90);
                    assertThat(line.confirmed()).isEqualTo(90);
                });
        assertThat(new String(projects.hoursTable(officer, first, today(), Language.RU), StandardCharsets.UTF_8))
                .contains(code(id))
                .contains("Консультант");
        assertThat(text(projects.hoursSheet(officer, first, today(), Language.RU)))
                .contains(code(id))
                .contains("1 встреча")
                .contains("1:30");
    }

    @Test
    void aListAndAPageTakeTheSameNumberOfStatementsHoweverLongTheyAre() {
        ProjectId id = begun();
        met(id);
        int list = SqlCounter.during(() -> {
                    var _ = projects.list(officer, ProjectFilter.ALL, null, 1);
                })
                .size();
        int page = SqlCounter.during(() -> {
                    var _ = page(officer, id);
                })
                .size();
        int rows = SqlCounter.during(() -> {
                    var _ = log.rows(officer, id, null, 1);
                })
                .size();
        IntStream.range(0, 5).forEach(_ -> begun());
        IntStream.range(0, 5).forEach(_ -> met(id));
        IntStream.range(0, 5)
                .forEach(at -> desk.plan(
                        consultant,
                        current(id).id(),
                        PlanItemId.next(),
                        new PlanItemContent(PlanItemKind.TASK, en("Task " + at), today(), false)));

        assertThat(SqlCounter.during(() -> {
                    var _ = projects.list(officer, ProjectFilter.ALL, null, 6);
                }))
                .hasSize(list);
        assertThat(SqlCounter.during(() -> {
                    var _ = page(officer, id);
                }))
                .hasSize(page);
        assertThat(SqlCounter.during(() -> {
                    var _ = log.rows(officer, id, null, 6);
                }))
                .hasSize(rows);
    }

    @Test
    void listsAndLogsGoOnWhereTheyStopped() {
        ProjectId id = begun();
        begun();
        IntStream.range(0, 3).forEach(_ -> met(id));
        var first = projects.list(officer, ProjectFilter.ALL, null, 1);
        var rest = projects.list(officer, ProjectFilter.ALL, first.next(), 100);
        assertThat(rest.projects())
                .extracting(ProjectLine::code)
                .contains(code(id))
                .doesNotContain(first.projects().getFirst().code());

        var newest = log.rows(consultant, id, null, 2);
        var older = log.rows(consultant, id, newest.next(), 2);
        assertThat(older.rows()).hasSize(1);
        assertThat(older.next()).isNull();
    }
}
