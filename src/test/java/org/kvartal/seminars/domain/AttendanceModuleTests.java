package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.CheckIn.Seen;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.MaterialAudience;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials.MaterialLine;
import org.kvartal.seminars.Materials.NewMaterial;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars.FeedbackWish;

/** Who was there is read at the door, from the wall or marked by hand; at the end it is settled who has completed the seminar. */
class AttendanceModuleTests extends SeminarHouse {

    @Test
    void theTeamReadsATicketAtTheDoorOnce() {
        SeminarId id = opened(5);
        RegistrationId mine = registered(member, id);
        String ticket = String.valueOf(place(member, id).ticket());
        DayId day = day(id).id();
        assertThatThrownBy(() -> checkIn.scan(lead, id, day, ticket))
                .as("ten days before")
                .isInstanceOf(Refused.class);
        turnTo(id, Duration.ofMinutes(-20));
        assertThatThrownBy(() -> checkIn.scan(member, id, day, ticket)).isInstanceOf(Forbidden.class);
        Seen seen = checkIn.scan(lead, id, day, ticket);
        assertThat(seen).isEqualTo(new Seen(mine, "Mila Member", day, Presence.PRESENT, false));
        assertThat(checkIn.scan(lead, id, day, ticket).already()).isTrue();
        assertThat(state(mine)).isEqualTo(RegistrationState.CHECKED_IN);
        assertThat(place(member, id).presence()).isEqualTo(Map.of(day, Presence.PRESENT));
        SeminarId other = opened(5);
        assertThatThrownBy(() -> checkIn.scan(lead, other, day(other).id(), ticket))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> checkIn.scan(lead, id, day, "' OR 1=1 --")).isInstanceOf(Refused.class);
    }

    @Test
    void whoReadsThePictureOnTheWallComesWhileItStandsThere() {
        SeminarId id = opened(5);
        registered(member, id);
        DayId day = day(id).id();
        String mail = "guest-" + id + "@example.org";
        colleague(lead, id, mail, null);
        String token = token(mail);
        var _ = registrations.confirm(token, Map.of());
        turnTo(id, Duration.ofMinutes(20));
        times.goOn();
        assertThatThrownBy(() -> checkIn.code(member, id, day)).isInstanceOf(Forbidden.class);
        String code = checkIn.code(lead, id, day).value();
        assertThat(checkIn.come(token, code).orElseThrow().presence())
                .as("more than a quarter of an hour late")
                .isEqualTo(Presence.LATE);
        clock.turn(Duration.ofSeconds(30));
        assertThatThrownBy(() -> checkIn.come(member, id, code))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("code"));
        assertThat(checkIn.come(member, id, checkIn.code(lead, id, day).value()).presence())
                .isEqualTo(Presence.LATE);
        assertThatThrownBy(() -> checkIn.come(person("Stranger"), id, code)).isInstanceOf(Refused.class);
    }

    @Test
    void atTheEndItIsSettledWhoHasCompletedIt() {
        SeminarId id = opened(5, wishes -> wishes.rule(new CertificateRule(60, false, null)));
        LocalDate first = day(id).date();
        List<Day> days = List.of(
                day(id),
                new Day(DayId.next(), first.plusDays(1), LocalTime.of(10, 0), LocalTime.of(16, 0)),
                new Day(DayId.next(), first.plusDays(2), LocalTime.of(10, 0), LocalTime.of(16, 0)));
        desk.plan(lead, id, version(id), days, List.of());
        RegistrationId often = registered(person("Vera Often"), id);
        RegistrationId once = registered(person("Ivan Once"), id);
        RegistrationId never = registered(person("Nina Never"), id);
        running(id);
        checkIn.mark(lead, often, days.get(0).id(), Presence.PRESENT);
        checkIn.mark(lead, once, days.get(0).id(), Presence.PRESENT);
        checkIn.mark(lead, once, days.get(1).id(), Presence.EXCUSED);
        assertThatThrownBy(() -> checkIn.mark(lead, often, days.get(2).id(), Presence.PRESENT))
                .as("it has not come")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.finish(lead, id, version(id))).isInstanceOf(Refused.class);
        clock.turn(Duration.ofDays(1));
        checkIn.mark(lead, often, days.get(1).id(), Presence.LATE);
        clock.turn(Duration.ofHours(31));
        desk.finish(lead, id, version(id));
        assertThat(state(often)).isEqualTo(RegistrationState.COMPLETED);
        assertThat(state(once)).isEqualTo(RegistrationState.INCOMPLETE);
        assertThat(state(never)).isEqualTo(RegistrationState.NO_SHOW);
        assertThat(owes(lead)).contains("seminars.certify:" + id);
        var sheet = checkIn.sheet(lead, id, null, 10);
        assertThat(sheet.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.presence()).hasSize(3));
        checkIn.mark(lead, once, days.get(1).id(), Presence.PRESENT);
        assertThat(state(once)).as("mended afterwards").isEqualTo(RegistrationState.COMPLETED);
        assertThatThrownBy(() -> checkIn.judge(officer, once, false, "Left early."))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> checkIn.judge(lead, once, false, "")).isInstanceOf(Refused.class);
        checkIn.judge(lead, once, false, "Left early on both days.");
        assertThat(state(once)).isEqualTo(RegistrationState.INCOMPLETE);
        assertThatThrownBy(() -> checkIn.judge(lead, never, true, "Was there.")).isInstanceOf(Refused.class);
    }

    @Test
    void ofASeminarOfOneDayOnesThoughtsAreAskedForOnce() {
        SeminarId id = opened(5);
        attended(id, member);
        finished(id);
        assertThat(page(member, id).feedback()).containsExactly(new FeedbackWish(null));
    }

    @Test
    void whatPeopleThoughtIsKeptWithoutThem() {
        SeminarId id = opened(9);
        Day second = new Day(DayId.next(), day(id).date().plusDays(1), LocalTime.of(10, 0), LocalTime.of(16, 0));
        desk.plan(lead, id, version(id), List.of(day(id), second), List.of());
        List<Asker> people = List.of(member, person("Vera"), person("Ivan"));
        List<RegistrationId> places =
                people.stream().map(one -> registered(one, id)).toList();
        running(id);
        DayId day = day(id).id();
        places.forEach(place -> checkIn.mark(lead, place, day, Presence.PRESENT));
        assertThatThrownBy(() -> feedback.give(member, id, null, 5, ""))
                .as("not over")
                .isInstanceOf(Refused.class);
        turnTo(id, Duration.ofHours(31));
        desk.finish(lead, id, version(id));
        times.remind();
        isTold(member, "How was");
        assertThat(page(member, id).feedback()).hasSize(2);
        feedback.give(member, id, null, 5, "More about taxes, please.");
        feedback.give(people.get(1), id, null, 4, "");
        assertThat(feedback.voices(lead, id).parts().getFirst().points())
                .as("two would tell")
                .isEmpty();
        feedback.give(people.get(2), id, null, 4, "Good.");
        assertThatThrownBy(() -> feedback.give(member, id, null, 1, "Again.")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> feedback.give(member, id, day, 6, "")).isInstanceOf(Refused.class);
        feedback.give(member, id, day, 5, "");
        assertThat(page(member, id).feedback()).isEmpty();
        var whole = feedback.voices(officer, id).parts().getFirst();
        assertThat(whole.points()).containsExactly(0, 0, 0, 2, 1);
        assertThat(whole.words()).containsExactlyInAnyOrder("More about taxes, please.", "Good.");
        assertThatThrownBy(() -> feedback.give(person("Stranger"), id, null, 1, ""))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> feedback.voices(member, id)).isInstanceOf(Forbidden.class);
        assertThat(jdbc.sql("SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM information_schema.columns"
                                + " WHERE table_name = 'seminar_voice'")
                        .query(String.class)
                        .single())
                .as("nothing leads to a person or a moment")
                .isEqualTo("day id points seminar words");
    }

    @Test
    void materialsAreForThoseForWhomTheyAre() {
        SeminarId id = opened(5);
        RegistrationId mine = registered(member, id);
        for (MaterialAudience audience : MaterialAudience.values()) {
            materials.point(
                    lead, id, new NewMaterial(MaterialId.next(), audience.name(), audience), "example.org/" + audience);
        }
        MaterialId paper = MaterialId.next();
        materials.add(
                lead,
                id,
                new NewMaterial(paper, "Notes", MaterialAudience.PARTICIPANTS),
                "notes.txt",
                new ByteArrayInputStream("Первая версия".getBytes(StandardCharsets.UTF_8)));
        materials.renew(lead, paper, "notes.txt", new ByteArrayInputStream("Вторая".getBytes(StandardCharsets.UTF_8)));
        Asker stranger = person("Stranger");
        assertThat(titles(stranger, id)).containsExactly("ALL");
        assertThat(titles(member, id)).containsExactly("ALL", "PARTICIPANTS", "Notes");
        assertThat(titles(lead, id)).hasSize(5);
        assertThatThrownBy(() -> materials.open(stranger, paper)).isInstanceOf(NotFound.class);
        assertThat(materials.open(member, paper)).contains("/files/");
        assertThat(page(lead, id).materials().getLast()).satisfies(line -> {
            assertThat(line.version()).isEqualTo(2);
            assertThat(line.read()).isEqualTo(1);
        });
        running(id);
        checkIn.mark(lead, mine, day(id).id(), Presence.PRESENT);
        assertThat(titles(member, id)).containsExactly("ALL", "PARTICIPANTS", "AFTER_ATTENDANCE", "Notes");
        assertThatThrownBy(() -> materials.show(member, paper, MaterialAudience.ALL))
                .isInstanceOf(Forbidden.class);
        materials.remove(lead, paper);
        assertThat(titles(member, id)).doesNotContain("Notes");
        assertThatThrownBy(() -> materials.point(
                        lead, id, new NewMaterial(MaterialId.next(), "x", MaterialAudience.ALL), "javascript:alert(1)"))
                .isInstanceOf(Refused.class);
    }

    private List<String> titles(Asker asker, SeminarId id) {
        return page(asker, id).materials().stream().map(MaterialLine::title).toList();
    }
}
