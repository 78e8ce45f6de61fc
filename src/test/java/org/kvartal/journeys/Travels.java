package org.kvartal.journeys;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionLine;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings what delegations meet on their way, and lets the days of a journey go by. */
@TestComponent
class Travels {

    private static final Asker HOUSE = Asker.house("journeys");

    private final Entries entries;
    private final Missions missions;
    private final Scheduler scheduler;
    private final JdbcClient jdbc;

    Travels(Entries entries, Missions missions, Scheduler scheduler, JdbcClient jdbc) {
        this.entries = entries;
        this.missions = missions;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
    }

    /**
     * A page of the directory that has a name of its own and one for readers of the language, words about it, and an office that answers letters.
     *
     * @param own its name in Bulgarian
     * @param member the member that it stands for, null for none
     * @return its slug
     */
    String page(
            EntryKind kind,
            String own,
            Language language,
            String name,
            String about,
            String city,
            String mail,
            @Nullable MemberId member) {
        EntryContent content = EntryContent.of(
                        kind, new Names(own, Language.BG.code(), Map.of(language, name), List.of()))
                .withDescription(LocalizedText.of(language, about))
                .withLocations(List.of(Location.in(city)))
                .withContacts(List.of(Contact.office(mail, null)));
        return entries.make(HOUSE, new NewEntry(EntryId.next(), kind, content, member, null));
    }

    /**
     * Lets a mission be over. The clock is everybody's who walks through the house, so the days move instead of it; then the house looks at the calendar as it does every quarter of
     * an hour: the mission sets out, comes back, and the first look back is owed.
     *
     * @param last its last day from now on
     */
    void letsPass(String code, LocalDate last) {
        MissionLine mission = read(code);
        Map<String, Object> values =
                Map.of("id", mission.id().value(), "days", (int) ChronoUnit.DAYS.between(last, mission.ends()));
        jdbc.sql("UPDATE mission_slot SET day = day - :days WHERE mission = :id")
                .params(values)
                .update();
        jdbc.sql("UPDATE mission SET starts = starts - :days, ends = ends - :days WHERE id = :id")
                .params(values)
                .update();
        goesOn("missions.go-on");
        await().atMost(Browser.PATIENCE).until(() -> read(code).state() == MissionState.DEBRIEF);
        goesOn("missions.look");
    }

    private MissionLine read(String code) {
        return missions.find(HOUSE, code).orElseThrow().line();
    }

    /** A job that is at work already begins anew later. */
    private void goesOn(String job) {
        await().atMost(Browser.PATIENCE)
                .ignoreExceptions()
                .until(() -> scheduler.reschedule(TaskInstanceId.of(job, RecurringTask.INSTANCE), Instant.now()));
    }
}
