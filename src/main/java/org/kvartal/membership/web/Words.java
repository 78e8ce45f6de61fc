package org.kvartal.membership.web;

import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;

/** Says the words of membership, whose keys follow from the names of the constants. */
record Words(Messages messages, Language language) {

    /** What a constant of that group is called, such as {@code membership.body-role.chair}. */
    public String of(String group, Enum<?> constant) {
        return messages.text(language, key(group, constant));
    }

    static String key(String group, Enum<?> constant) {
        return "membership." + group + "." + Code.of(constant);
    }
}
