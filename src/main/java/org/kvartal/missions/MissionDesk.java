package org.kvartal.missions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/** How missions are planned and held, by those who {@linkplain MissionRights#COORDINATE coordinate}. */
public interface MissionDesk {

    int TITLE_LENGTH = 200;
    int TEXT_LENGTH = 4_000;
    int MOST_GOALS = 20;

    /** The longest mission, in days. */
    int MOST_DAYS = 60;

    /**
     * Plans a mission. The same id again is the same one, and nothing happens.
     *
     * @return its code, never reused
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code about}, {@code starts}, {@code ends}, {@code goals.0.text} or {@code goals.0.target}
     */
    String plan(Asker by, MissionId id, MissionContent content);

    /**
     * Plans one like another, moved to other days: goals, delegations and visits, no travellers; hosts are to be asked anew.
     *
     * @return its code
     * @throws org.kvartal.kernel.Refused at {@code starts}
     */
    String copy(Asker by, MissionId from, MissionId id, LocalDate starts);

    void change(Asker by, MissionId mission, long version, MissionContent content);

    /** Shows it to everybody, or not. */
    void show(Asker by, MissionId mission, long version, boolean shown);

    /** Lets it come again each month on the same weekday of the same week; the next stands as a copy once this one is on the road. */
    void repeat(Asker by, MissionId mission, long version, boolean monthly);

    /** Makes somebody its coordinator, who then sees whom to call in an emergency; they may coordinate. */
    void handOver(Asker by, MissionId mission, long version, PersonId coordinator);

    /**
     * Settles who travels.
     *
     * @throws org.kvartal.kernel.Refused if a delegation has nobody
     */
    void fixRoster(Asker by, MissionId mission, long version);

    /** @throws org.kvartal.kernel.Refused if it has no goal, no visit, or a host is waited for */
    void confirm(Asker by, MissionId mission, long version);

    /** Says that it is on the road; on its first day the house does. */
    void setOut(Asker by, MissionId mission, long version);

    /** Says that it is back; on the day after its last the house does. The looks back are laid out from its last day. */
    void comeBack(Asker by, MissionId mission, long version);

    /** Says how much of a goal was reached. */
    void reach(Asker by, MissionId mission, long version, int goal, int reached);

    /** @throws org.kvartal.kernel.Refused while the first look back is not settled */
    void finish(Asker by, MissionId mission, long version);

    /** @throws org.kvartal.kernel.Refused at {@code reason} */
    void hold(Asker by, MissionId mission, long version, String reason);

    /** Goes on where it stood. */
    void resume(Asker by, MissionId mission, long version);

    /** @throws org.kvartal.kernel.Refused at {@code reason} */
    void terminate(Asker by, MissionId mission, long version, String reason);

    /**
     * Says what a look back has found.
     *
     * @throws org.kvartal.kernel.Refused at {@code words}
     */
    void settle(Asker by, FollowUpId look, String words);

    /**
     * @param about may be missing
     * @param zone of its days
     */
    record MissionContent(
            MissionKind kind,
            LocalizedText title,
            @Nullable LocalizedText about,
            LocalDate starts,
            LocalDate ends,
            ZoneId zone,
            List<Goal> goals) {

        public MissionContent {
            goals = List.copyOf(goals);
        }
    }

    /** @param target how many are wished, from 1 */
    record Goal(LocalizedText text, int target) {}
}
