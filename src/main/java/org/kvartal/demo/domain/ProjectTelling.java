package org.kvartal.demo.domain;

import static org.kvartal.kernel.Language.BG;
import static org.kvartal.kernel.Language.EN;
import static org.kvartal.kernel.Language.RU;

import java.time.LocalDate;
import java.util.Map;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.StageTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells of a project that an association is helped with: its plan from a template, two meetings, of which one is confirmed. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class ProjectTelling {

    private static final String CLIENT = "typesetters-sofia";
    private static final int BEGUN = 45;
    private static final int LASTS = 150;
    private static final int FIRST = 38;
    private static final int SECOND = 9;

    private final ProjectDesk desk;
    private final ProjectLog log;

    ProjectTelling(ProjectDesk desk, ProjectLog log) {
        this.desk = desk;
        this.log = log;
    }

    void tell(StoryIds ids) {
        LocalDate today = LocalDate.ofInstant(ids.begun(), Story.ZONE);
        Asker consultant = Asker.of(ids.person("kalina"));
        ProjectId id = new ProjectId(ids.settled("project signs"));
        var _ = desk.begin(
                Asker.of(ids.person("luka")),
                new NewProject(
                        id,
                        new ProjectContent(
                                said("A book of shop signs", "Книга вывесок", "Книга за фирмените табели"),
                                said(
                                        "A printed book of the hand-painted signs that are still there, and a walk that leads past them.",
                                        "Напечатанная книга о ещё сохранившихся рисованных вывесках и прогулка мимо них.",
                                        "Отпечатана книга за запазените рисувани табели и разходка край тях."),
                                new Party.OfMember(ids.member(CLIENT)),
                                today.minusDays(BEGUN),
                                today.plusDays(LASTS)),
                        null,
                        ids.person("kalina"),
                        ids.person("luka"),
                        StageTemplate.PROJECT_SUPPORT,
                        ""));
        LogId first = new LogId(ids.settled("project signs first"));
        log.write(
                consultant,
                id,
                first,
                new LogContent(
                        today.minusDays(FIRST),
                        90,
                        "Весела Хартиева",
                        "За кого е книгата и кои табели още ги има.",
                        "До края на месеца има списък с двайсет табели.",
                        "Разговор с фотограф.",
                        BG));
        log.rows(Demonstration.HOUSE, id, null, 10).rows().stream()
                .filter(row -> row.id().equals(first) && row.state() != LogState.CONFIRMED)
                .forEach(row -> log.confirm(Asker.of(ids.person("vesela")), first));
        log.write(
                consultant,
                id,
                new LogId(ids.settled("project signs second")),
                new LogContent(
                        today.minusDays(SECOND),
                        60,
                        "Весела Хартиева, Огнян Светосенков",
                        "Снимки и права: какво може да се отпечата.",
                        "Огнян снима първите осем.",
                        "Смета за печата.",
                        BG));
    }

    private static LocalizedText said(String en, String ru, String bg) {
        return new LocalizedText(BG, Map.of(EN, en, RU, ru, BG, bg));
    }
}
