package org.kvartal.imports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;

/**
 * Why a row can't be brought in or was not taken back, as people read it beside the row.
 *
 * @param column the code of the column that is wrong, null where the whole row is
 * @param key a message key
 * @param arguments texts and numbers that the message mentions
 */
public record RowProblem(@Nullable String column, String key, List<Object> arguments) {

    public RowProblem {
        arguments = List.copyOf(arguments);
        arguments.forEach(argument -> {
            if (!isPlain(argument)) {
                throw new IllegalArgumentException(
                        "a problem is kept with texts and numbers, not with " + argument.getClass());
            }
        });
    }

    /** Something is wrong in one column. */
    public static RowProblem at(String column, String key, Object... arguments) {
        return new RowProblem(column, key, List.of(arguments));
    }

    /** Something is wrong with the row as a whole. */
    public static RowProblem because(String key, Object... arguments) {
        return new RowProblem(null, key, List.of(arguments));
    }

    /** What a service refused; its field names a column or is not shown. */
    public static RowProblem of(Refused refused) {
        return new RowProblem(
                refused.field(),
                refused.key(),
                Arrays.stream(refused.arguments())
                        .map(argument -> isPlain(argument) ? argument : argument.toString())
                        .toList());
    }

    private static boolean isPlain(Object argument) {
        return argument instanceof String || argument instanceof Number;
    }
}
