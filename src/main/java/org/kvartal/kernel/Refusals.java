package org.kvartal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes on past what is wrong in a form, so that a page can show all of it. */
public final class Refusals {

    private final List<Refused> problems = new ArrayList<>();

    /** What the rule makes of a field, or something else where it refuses. */
    public <T> T of(T otherwise, Supplier<T> rule) {
        try {
            return rule.get();
        } catch (Refused refused) {
            wrong(refused);
            return otherwise;
        }
    }

    /** The same where there may be nothing. */
    public <T> @Nullable T ofNullable(Supplier<@Nullable T> rule) {
        try {
            return rule.get();
        } catch (Refused refused) {
            wrong(refused);
            return null;
        }
    }

    /** The same where only the refusal counts. */
    public void check(Runnable rule) {
        try {
            rule.run();
        } catch (Refused refused) {
            wrong(refused);
        }
    }

    public void wrong(Refused problem) {
        problems.addAll(problem.all());
    }

    public List<Refused> problems() {
        return List.copyOf(problems);
    }

    /** @throws Refused with everything that is wrong, if anything is */
    public void finish() {
        if (!problems.isEmpty()) {
            throw Refused.together(problems);
        }
    }
}
