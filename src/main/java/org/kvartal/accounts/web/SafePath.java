package org.kvartal.accounts.web;

import java.util.regex.Pattern;

/** Where somebody may be sent on to: a path of the workspace or of the signed-in pages, never another site. */
final class SafePath {

    /** Neither a backslash, which browsers read as a slash, nor anything that ends a header line. */
    private static final Pattern PATH = Pattern.compile("/(app|my)([/?][A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    private static final int MAX_LENGTH = 1_000;

    private SafePath() {}

    /** The wanted path, or the other one where it is none of ours. */
    static String or(String wanted, String other) {
        return wanted.length() <= MAX_LENGTH
                        && PATH.matcher(wanted).matches()
                        && !wanted.contains("//")
                        && !wanted.contains("/..")
                ? wanted
                : other;
    }
}
