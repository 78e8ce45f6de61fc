package org.kvartal.trace;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A thing that a trail leads through.
 *
 * @param kind what sort of thing it is, as its {@link TraceSubject} calls it: {@code thread}, {@code agenda-item}
 */
public record TraceNode(String kind, UUID id) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public TraceNode {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of thing: " + kind);
        }
    }
}
