package org.kvartal.imports.ui;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.kvartal.imports.Imports;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.PersonChips;
import org.springframework.beans.factory.ObjectProvider;

/** What the pages of imports work with, for one reader. */
record Desk(
        Imports imports,
        Messages messages,
        Wording wording,
        Rereading rereading,
        ObjectProvider<PersonChips> chips,
        Reader reader) {

    Asker asker() {
        return reader.asker();
    }

    String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }

    /** Makers of chips for those people who are known. */
    Map<PersonId, Supplier<PersonChip>> people(Collection<PersonId> people) {
        PersonChips known = chips.getIfAvailable();
        return known == null || people.isEmpty() ? Map.of() : known.of(people);
    }
}
