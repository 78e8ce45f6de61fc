package org.kvartal.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;

/** What would happen to a row if it were brought in now. */
public sealed interface RowVerdict {

    /** Nothing like it is in the house: bringing it in makes it. */
    record New() implements RowVerdict {}

    /**
     * It is in the house already, and as the file says: nothing is done.
     *
     * @param subject the thing, if the kind can lead to it
     */
    record Same(@Nullable UUID subject) implements RowVerdict {}

    /**
     * It is in the house already, but not as the file says. An import never overwrites: people look at it.
     *
     * @param differences what differs, never empty
     */
    record Conflict(@Nullable UUID subject, List<Difference> differences) implements RowVerdict {

        public Conflict {
            differences = List.copyOf(differences);
            if (differences.isEmpty()) {
                throw new IllegalArgumentException("without a difference it is the same");
            }
        }
    }

    /** It can't be brought in before somebody has mended the file. */
    record Invalid(List<RowProblem> problems) implements RowVerdict {

        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("without a problem it is not invalid");
            }
        }
    }

    /**
     * One column in which house and file differ.
     *
     * @param column the column's code
     * @param here what the house says, in words; empty where it says nothing
     */
    record Difference(String column, String here) {}

    static RowVerdict fresh() {
        return new New();
    }

    static RowVerdict same(UUID subject) {
        return new Same(subject);
    }

    static RowVerdict conflict(UUID subject, List<Difference> differences) {
        return new Conflict(subject, differences);
    }

    static RowVerdict invalid(RowProblem... problems) {
        return new Invalid(List.of(problems));
    }

    static RowVerdict invalid(Refused refused) {
        return invalid(RowProblem.of(refused));
    }
}
