package org.kvartal.accounts;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.shell.Face;

/**
 * What a page shows of a person: a face and a name.
 *
 * @param name as the person writes it
 * @param picture the address of the small picture, null where the initials serve
 * @param language the person's own
 */
public record PersonCard(PersonId id, String name, @Nullable String picture, Language language) {

    /** The letters that stand for a face without a picture. */
    public String initials() {
        return Face.initials(name);
    }

    /** The number of the colour behind the initials, always the same for the same person. */
    public int hue() {
        return Face.hue(id);
    }
}
