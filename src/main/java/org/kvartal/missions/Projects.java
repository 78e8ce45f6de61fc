package org.kvartal.missions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectDesk.ProjectContent;

/**
 * Mentorship projects, to those who have to do with them: the consultant, the coordinator, whoever speaks for the client, and those who {@linkplain MissionRights#OVERSEE
 * oversee} all. To everybody else there are none. Each answer takes a constant number of queries.
 */
public interface Projects {

    /** After so many days without a meeting a project is {@link Health#SILENT}. */
    int SILENT_DAYS = 30;

    /** Those that the asker has to do with, the newest first, by keyset. */
    ProjectList list(Asker asker, ProjectFilter filter, @Nullable ListKey before, int limit);

    Optional<ProjectPage> find(Asker asker, String code);

    /** From what a project may be begun that has that code: a recommendation, an agreement, a mission. */
    Optional<ProjectSource.Source> source(Asker asker, String code);

    /** Whether the asker may begin projects. */
    boolean mayBegin(Asker asker);

    /** The last of a stretch, to go on after; lists go by year and number. */
    record ListKey(int year, int number) {}

    /**
     * @param states empty for all
     * @param own only those whose consultant the asker is
     * @param silent only those that nobody has met for more than {@link #SILENT_DAYS} days
     */
    record ProjectFilter(Set<ProjectState> states, boolean own, boolean silent) {

        public static final ProjectFilter ALL = new ProjectFilter(Set.of(), false, false);

        public ProjectFilter {
            states = Set.copyOf(states);
        }
    }

    record ProjectList(List<ProjectLine> projects, @Nullable ListKey next) {

        public ProjectList {
            projects = List.copyOf(projects);
        }
    }

    /**
     * A project in one line.
     *
     * @param client how the client is called
     * @param stage the one that is worked on, null for none
     * @param overdue how many tasks should be done already
     * @param next what is due next, null for nothing
     * @param lastContact when the client was last met, null where never
     * @param minutes how long they have worked together, by the log
     * @param health {@link Health#WELL} where it does not run
     */
    record ProjectLine(
            ProjectId id,
            String code,
            ProjectState state,
            LocalizedText title,
            LocalizedText client,
            @Nullable PersonCard consultant,
            @Nullable LocalizedText stage,
            int overdue,
            @Nullable NextTask next,
            @Nullable LocalDate lastContact,
            long minutes,
            Health health,
            LocalDate starts,
            LocalDate ends,
            long version) {}

    record NextTask(LocalizedText text, LocalDate due) {}

    /**
     * A stage with its plan.
     *
     * @param place from 1
     * @param mayAsk whether the asker may ask for a decision at its gate, or finish it where it has none
     * @param mayDecide whether the asker may decide there
     */
    record StageLine(
            StageId id,
            int place,
            StageState state,
            LocalizedText title,
            LocalDate due,
            boolean gate,
            List<PlanItem> items,
            List<GateLine> gates,
            boolean mayAsk,
            boolean mayDecide,
            long version) {

        public StageLine {
            items = List.copyOf(items);
            gates = List.copyOf(gates);
        }
    }

    /**
     * @param due of a task, null for others
     * @param percent of a goal: as assessed, or how many of the stage's tasks are done; 0 for others
     * @param fromTasks of a goal: whether its tasks say how far it is
     * @param comment of a goal that was assessed
     * @param doneAt of a task or a deliverable
     */
    record PlanItem(
            PlanItemId id,
            PlanItemKind kind,
            LocalizedText text,
            @Nullable LocalDate due,
            int percent,
            boolean fromTasks,
            String comment,
            @Nullable Instant doneAt,
            @Nullable StoredFile file,
            String link) {}

    /**
     * @param decidedBy null while it waits
     * @param word what the client says to it; null where nobody is asked
     */
    record GateLine(
            GateId id,
            @Nullable PersonCard askedBy,
            Instant askedAt,
            String asked,
            @Nullable GateVerdict verdict,
            @Nullable PersonCard decidedBy,
            @Nullable Instant decidedAt,
            String decided,
            @Nullable WordLine word) {}

    /**
     * What a client says to a decision.
     *
     * @param askedAt when the client was asked last, null where nobody could be
     * @param by who has said or recorded it signed in; null where it was by link
     * @param words why the client refuses, or how the office knows that it does not
     * @param maySign whether the asker may say it for the client
     * @param mayRecord whether the asker may record what the client said elsewhere
     * @param mayAsk whether the asker may ask the client again
     */
    record WordLine(
            ClientWord state,
            @Nullable Instant askedAt,
            @Nullable Instant saidAt,
            @Nullable PersonCard by,
            String words,
            @Nullable StoredFile paper,
            boolean maySign,
            boolean mayRecord,
            boolean mayAsk) {}

    record PaperLine(
            StoredFile file, String about, @Nullable PersonCard by, Instant at) {}

    record FollowUpLine(
            FollowUpId id, int day, LocalDate due, @Nullable Instant doneAt, String words) {}

    /**
     * @param contact whom letters go to, for those who keep the project; null for others and where nobody is known
     * @param confirmed minutes that the client stands by
     * @param thread the number of its thread, null for none
     * @param mayKeep whether the asker may change it
     * @param mayCoordinate whether the asker may staff and end it
     * @param mayConfirm whether the asker may confirm its log for the client
     */
    record ProjectPage(
            ProjectLine line,
            ProjectContent content,
            @Nullable Contact contact,
            @Nullable PersonCard coordinator,
            List<StageLine> stages,
            List<PaperLine> papers,
            List<FollowUpLine> followUps,
            long confirmed,
            @Nullable Long thread,
            String reason,
            boolean mayKeep,
            boolean mayCoordinate,
            boolean mayConfirm) {

        public ProjectPage {
            stages = List.copyOf(stages);
            papers = List.copyOf(papers);
            followUps = List.copyOf(followUps);
        }

        /** The stages at whose gates the client's word is missing. */
        public List<StageLine> unsigned() {
            return stages.stream()
                    .filter(stage -> stage.gates().stream()
                            .map(GateLine::word)
                            .anyMatch(word -> word != null && word.state() == ClientWord.AWAITED))
                    .toList();
        }
    }

    /** Hours and results of the projects that the asker oversees, for a donor. */
    List<HoursLine> hours(Asker asker, LocalDate first, LocalDate last);

    /** The same as a table: CSV of RFC 4180, UTF-8 with a byte order mark, heads in that language. */
    byte[] hoursTable(Asker asker, LocalDate first, LocalDate last, Language language);

    /** The same printed. */
    byte[] hoursSheet(Asker asker, LocalDate first, LocalDate last, Language language);

    /**
     * @param minutes of work that the log says for those days
     * @param confirmed how much of it the client stands by
     * @param meetings how often they met
     * @param results how many results were verified in those days
     */
    record HoursLine(
            String code,
            LocalizedText title,
            LocalizedText client,
            String consultant,
            ProjectState state,
            int meetings,
            long minutes,
            long confirmed,
            int results) {}
}
