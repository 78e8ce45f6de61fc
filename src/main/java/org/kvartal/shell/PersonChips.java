package org.kvartal.shell;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.kvartal.kernel.PersonId;

/** Shows people on pages of modules that stand below the one that knows them. That one makes the bean. */
public interface PersonChips {

    /** Makes chips of people, read in one query: a new one each time, since a page may show somebody twice. Unknown ids are left out. */
    Map<PersonId, Supplier<PersonChip>> of(Collection<PersonId> people);
}
