package org.kvartal.discussions.ui;

import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.shell.Face;

/** A person as the page's script draws them, with the face that {@link Face} would give. */
record ShownPerson(
        String id, String name, String language, @Nullable String picture, String initials, int hue) {

    static ShownPerson of(PersonCard card) {
        return new ShownPerson(
                card.id().toString(),
                card.name(),
                card.language().code(),
                card.picture(),
                Face.initials(card.name()),
                Face.hue(card.id()));
    }
}
