package org.kvartal.missions;

import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.SpaceId;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/**
 * What is done with mentorship projects. Those who {@linkplain MissionRights#COORDINATE coordinate} begin, staff and end them; the consultant keeps the plan. At a gate the
 * consultant asks, and somebody else decides. Whoever may not know of a project finds none: {@link org.kvartal.kernel.NotFound}.
 */
public interface ProjectDesk {

    int TITLE_LENGTH = 200;
    int TEXT_LENGTH = 4_000;
    int LINE_LENGTH = 200;
    int MOST_STAGES = 20;
    int MOST_ITEMS = 100;
    int MOST_PAPERS = 200;

    /**
     * Begins a project, with a copy of a template's stages; without a template with one stage. The same id again is the same one, and nothing happens.
     *
     * @return its code, never reused
     * @throws org.kvartal.kernel.Refused at {@code title}, {@code goal}, {@code client}, {@code consultant}, {@code starts}, {@code ends}, {@code email} or {@code of}
     */
    String begin(Asker by, NewProject wish);

    /** Changes what it says. */
    void change(Asker by, ProjectId project, long version, ProjectContent content);

    /**
     * Says to whom letters for the client go; null for nobody. Rows of the log that wait are asked of them, and the links of before work no more.
     *
     * @throws org.kvartal.kernel.Refused at {@code email} or {@code name}
     */
    void reach(Asker by, ProjectId project, long version, @Nullable Contact contact);

    /**
     * Names who does it and who coordinates it.
     *
     * @throws org.kvartal.kernel.Refused at {@code consultant} or {@code coordinator}
     */
    void staff(Asker by, ProjectId project, long version, PersonId consultant, PersonId coordinator);

    /** Adds a stage at the end, while the project runs. The same id again is the same one. */
    void addStage(Asker by, ProjectId project, StageId stage, StageContent content);

    void changeStage(Asker by, StageId stage, long version, StageContent content);

    /**
     * Moves a stage that has not begun.
     *
     * @param place from 1, behind what has begun
     */
    void moveStage(Asker by, StageId stage, int place);

    /** Takes a stage out that has not begun; not the last one that there is. */
    void dropStage(Asker by, StageId stage);

    /** Adds to the plan of a stage. The same id again changes what it says. */
    void plan(Asker by, StageId stage, PlanItemId item, PlanItemContent content);

    void drop(Asker by, PlanItemId item);

    /**
     * Says how far a goal is; not of one that its tasks speak for.
     *
     * @param percent 0 to 100
     */
    void assess(Asker by, PlanItemId goal, int percent, String comment);

    /** Says that a task is done, or not. */
    void tick(Asker by, PlanItemId task, boolean done);

    /**
     * Hands a deliverable over as a file. Hold no transaction meanwhile.
     *
     * @throws org.kvartal.kernel.Refused at {@code file}
     */
    StoredFile deliver(Asker by, PlanItemId deliverable, String name, InputStream content);

    /**
     * Hands a deliverable over as an address on the web.
     *
     * @throws org.kvartal.kernel.Refused at {@code link}
     */
    void point(Asker by, PlanItemId deliverable, String link);

    /** Asks for a decision at the gate of the current stage. */
    void ask(Asker by, StageId stage, long version, String note);

    /**
     * Decides at a gate. GO begins the next stage, after the last one the project closes; STOP ends the project. Either is put to the client, who
     * {@linkplain Countersignatures countersigns} it.
     *
     * @throws org.kvartal.kernel.Refused at {@code note}; without a field if the asker has asked for it or is the project's consultant
     */
    void decide(Asker by, StageId stage, long version, GateVerdict verdict, String note);

    /** Finishes the current stage, which has no gate. */
    void finish(Asker by, StageId stage, long version);

    /** @throws org.kvartal.kernel.Refused at {@code reason} */
    void hold(Asker by, ProjectId project, long version, String reason);

    /** Goes on where it stood. */
    void resume(Asker by, ProjectId project, long version);

    /** @throws org.kvartal.kernel.Refused at {@code reason} */
    void terminate(Asker by, ProjectId project, long version, String reason);

    /**
     * Says that all is done. The looks back are laid out from today.
     *
     * @throws org.kvartal.kernel.Refused while the client's word to a decision is missing
     */
    void complete(Asker by, ProjectId project, long version);

    void archive(Asker by, ProjectId project, long version);

    /**
     * Says what a look back has found.
     *
     * @throws org.kvartal.kernel.Refused at {@code words}
     */
    void settle(Asker by, FollowUpId look, String words);

    /**
     * Adds a paper. Hold no transaction meanwhile.
     *
     * @throws org.kvartal.kernel.Refused at {@code file} or {@code about}
     */
    StoredFile attach(Asker by, ProjectId project, String about, String name, InputStream content);

    void remove(Asker by, ProjectId project, FileId paper);

    /**
     * Begins the project's own thread, in a space that whoever begins it chooses: whoever reads that space reads the thread. Once.
     *
     * @return the thread's number
     */
    long talk(Asker by, ProjectId project, SpaceId space, String title, String text, Language language);

    /** @param goal may be missing */
    record ProjectContent(
            LocalizedText title, @Nullable LocalizedText goal, Party client, LocalDate starts, LocalDate ends) {}

    /** Somebody at the client's who gets letters, with or without an account. */
    record Contact(String name, String email, Language language) {

        /** Hides whose it is. */
        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    /**
     * @param coordinator null for the asker
     * @param template null for a plan of one stage
     * @param of the code of what it comes from, empty for nothing
     */
    record NewProject(
            ProjectId id,
            ProjectContent content,
            @Nullable Contact contact,
            PersonId consultant,
            @Nullable PersonId coordinator,
            @Nullable StageTemplate template,
            String of) {}

    record StageContent(LocalizedText title, LocalDate due, boolean gate) {}

    /**
     * @param due of a task; null for others
     * @param fromTasks of a goal: whether the stage's tasks say how far it is
     */
    record PlanItemContent(
            PlanItemKind kind, LocalizedText text, @Nullable LocalDate due, boolean fromTasks) {}
}
