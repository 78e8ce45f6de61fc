package org.kvartal.missions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * The diary of a project: when they met, for how long, what was agreed. The client confirms each row, by a link without an account or signed in with a mandate; whoever was
 * asked and says nothing for {@value #SILENCE_DAYS} days confirms it by that. Silence never decides at a gate and never signs an agreement.
 */
public interface ProjectLog {

    int SILENCE_DAYS = 14;
    int TEXT_LENGTH = 4_000;

    /** The longest meeting, in minutes: a day. */
    int MOST_MINUTES = 24 * 60;

    /**
     * Writes a row and asks the client. The same id again is the same row, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code heldOn}, {@code minutes}, {@code present}, {@code topics}, {@code agreed} or {@code next}
     */
    void write(Asker by, ProjectId project, LogId row, LogContent content);

    /** Words a row anew that nobody has confirmed, and asks the client again. */
    void reword(Asker by, LogId row, long version, LogContent content);

    /** Asks the client again, as after a new address; the links of before work no more. */
    void ask(Asker by, LogId row);

    /** Confirms a row for the client: whoever speaks for a client that belongs to the house. */
    void confirm(Asker by, LogId row);

    /**
     * Says for the client that it was otherwise.
     *
     * @throws org.kvartal.kernel.Refused at {@code words}
     */
    void dispute(Asker by, LogId row, String words);

    /** The newest meeting first, by keyset. */
    LogList rows(Asker asker, ProjectId project, @Nullable LogKey before, int limit);

    /** What a client's link leads to, if it still works. Changes nothing. */
    Optional<ClientPage> look(String token);

    /**
     * Confirms the row by its link.
     *
     * @return the page as it stands then; empty where the link does not work any more
     */
    Optional<ClientPage> confirm(String token);

    /**
     * Says by the link that it was otherwise.
     *
     * @throws org.kvartal.kernel.Refused at {@code words}
     */
    Optional<ClientPage> dispute(String token, String words);

    /**
     * @param heldOn not in the future
     * @param present who was there besides the consultant, may be empty
     * @param agreed may be empty
     * @param next what comes next, may be empty
     */
    record LogContent(
            LocalDate heldOn,
            int minutes,
            String present,
            String topics,
            String agreed,
            String next,
            Language language) {}

    record LogKey(LocalDate heldOn, LogId row) {}

    record LogList(List<LogLine> rows, @Nullable LogKey next) {

        public LogList {
            rows = List.copyOf(rows);
        }
    }

    /** @param objection what the client says was otherwise, empty for nothing */
    record LogLine(
            LogId id,
            LogState state,
            LogContent content,
            @Nullable PersonCard author,
            @Nullable Instant askedAt,
            @Nullable Instant settledAt,
            String objection,
            Instant writtenAt,
            boolean mayReword,
            boolean mayConfirm,
            long version) {}

    /**
     * What a client sees by a link: the one row, and of which project it is.
     *
     * @param consultant who leads the project, corrects its record and answers for it
     * @param author who has written the row down: the consultant, or somebody of the office
     * @param until the day on which silence confirms it; null where that is over
     */
    record ClientPage(
            String code,
            LocalizedText project,
            String consultant,
            String author,
            Language language,
            LogContent content,
            LogState state,
            String objection,
            @Nullable LocalDate until,
            boolean open) {}
}
