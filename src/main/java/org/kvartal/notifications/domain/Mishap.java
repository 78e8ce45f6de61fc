package org.kvartal.notifications.domain;

import java.util.Arrays;

/** What went wrong and where, without the words of the exception: they may quote what is somebody's own. */
final class Mishap {

    private Mishap() {}

    static String of(RuntimeException failed) {
        String where = Arrays.stream(failed.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.kvartal."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        Throwable cause = failed.getCause();
        return failed.getClass().getName()
                + (cause == null ? "" : ", by " + cause.getClass().getName())
                + where;
    }
}
