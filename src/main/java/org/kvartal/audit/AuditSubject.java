package org.kvartal.audit;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an act was done to.
 *
 * @param kind the sort of thing, with its module: {@code accounts.person}, {@code discussions.post}
 * @param id the thing itself
 */
public record AuditSubject(String kind, UUID id) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    public AuditSubject {
        requireName(kind);
    }

    static void requireName(String name) {
        if (name.length() > 80 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name such as module.what-happened: " + name);
        }
    }
}
