package org.kvartal.imports.ui;

import org.kvartal.imports.ImportState;
import org.kvartal.imports.RowState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** With which mark states are shown. */
final class States {

    private States() {}

    /** @param word the state in the reader's language */
    static StatusBadge badge(RowState state, String word) {
        return switch (state) {
            case WAITING -> new StatusBadge(Status.PLAIN, Icon.CLOCK, word);
            case NEW -> new StatusBadge(Status.PLAIN, Icon.PLUS, word);
            case SAME -> new StatusBadge(Status.PLAIN, Icon.CHECK, word);
            case CONFLICT, KEPT -> new StatusBadge(Status.WAITING, Icon.ALERT, word);
            case INVALID -> new StatusBadge(Status.LATE, word);
            case MADE -> new StatusBadge(Status.DONE, word);
            case TAKEN_BACK -> new StatusBadge(Status.PLAIN, Icon.HISTORY, word);
        };
    }

    static StatusBadge badge(ImportState state, String word) {
        return switch (state) {
            case CHECKING, BRINGING_IN, TAKING_BACK -> new StatusBadge(Status.WAITING, word);
            case CHECKED -> new StatusBadge(Status.WAITING, Icon.EYE, word);
            case DONE -> new StatusBadge(Status.DONE, word);
            case TAKEN_BACK -> new StatusBadge(Status.PLAIN, Icon.HISTORY, word);
        };
    }
}
