package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;

/** Goes on past what is wrong in a form, so that a page can show all of it. */
final class Reading {

    private final List<Refused> problems = new ArrayList<>();

    /** What the rule makes of a field, or something else where it refuses. */
    <T> T of(T otherwise, Supplier<T> rule) {
        try {
            return rule.get();
        } catch (Refused refused) {
            problems.add(refused);
            return otherwise;
        }
    }

    /** The same where there may be nothing. */
    <T> @Nullable T ofNullable(Supplier<@Nullable T> rule) {
        try {
            return rule.get();
        } catch (Refused refused) {
            problems.add(refused);
            return null;
        }
    }

    void wrong(Refused problem) {
        problems.add(problem);
    }

    List<Refused> problems() {
        return List.copyOf(problems);
    }

    /** @throws Refused with everything that is wrong, if anything is */
    void finish() {
        if (!problems.isEmpty()) {
            throw Refused.together(problems);
        }
    }
}
