package org.kvartal.links;

import java.util.regex.Pattern;

/**
 * The one thing a link is good for: a token made for one purpose is unknown to every other.
 *
 * @param name the purpose with its module, such as {@code accounts.confirm-address}
 */
public record LinkPurpose(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*");

    public LinkPurpose {
        if (name.length() > 80 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name such as module.purpose: " + name);
        }
    }
}
