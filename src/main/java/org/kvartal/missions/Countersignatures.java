package org.kvartal.missions;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * How clients countersign what was decided at gates: by a link without an account, or signed in with a mandate. Work goes on meanwhile, but a project is not completed while a
 * word is missing, and no silence stands for one. Whoever may not know of a project finds none: {@link org.kvartal.kernel.NotFound}.
 *
 * @see "Decision record 0147, a client countersigns a gate"
 */
public interface Countersignatures {

    /** After so many days without a word the client is reminded, once. */
    int REMINDED_DAYS = 7;

    /** Countersigns for a client that belongs to the house; not whoever has asked for the decision, has made it or does the project. */
    void sign(Asker by, GateId gate);

    /**
     * Says for such a client that it does not stand by the decision: the gate is open again, and what had begun behind it stands ahead.
     *
     * @throws org.kvartal.kernel.Refused at {@code words}
     */
    void refuse(Asker by, GateId gate, String words);

    /**
     * Records for a coordinator that the client has countersigned elsewhere; not whoever has asked for the decision or does the project.
     *
     * @param words how it is known, such as on paper or by telephone
     * @param paper one of the project's papers that shows it, null for none
     * @throws org.kvartal.kernel.Refused at {@code words} or {@code paper}
     */
    void record(Asker by, GateId gate, String words, @Nullable FileId paper);

    /** Asks the client again, as after a new address; the links of before work no more. */
    void ask(Asker by, GateId gate);

    /** What a client's link leads to, if it still works. Changes nothing. */
    Optional<GatePage> look(String token);

    /**
     * Countersigns by the link.
     *
     * @return the page as it stands then; empty where the link does not work any more
     */
    Optional<GatePage> sign(String token);

    /**
     * Refuses by the link.
     *
     * @throws org.kvartal.kernel.Refused at {@code words}
     */
    Optional<GatePage> refuse(String token, String words);

    /**
     * What a client sees by a link: the one decision, and of which project it is.
     *
     * @param consultant who does the project
     * @param decidedBy who has decided
     * @param note the reason that was given, may be empty
     * @param words why the client does not stand by it, or how the office knows that it does
     */
    record GatePage(
            String code,
            LocalizedText project,
            LocalizedText stage,
            String consultant,
            String decidedBy,
            LocalDate decidedOn,
            Language language,
            GateVerdict verdict,
            String note,
            ClientWord state,
            String words,
            boolean open) {}
}
