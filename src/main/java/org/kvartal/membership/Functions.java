package org.kvartal.membership;

import java.util.List;
import java.util.Set;
import org.kvartal.kernel.PersonId;

/**
 * What people are in the house beyond belonging to it, for letters to all who are: facilitators, trainers, consultants. The module that knows them implements
 * it; a bean is enough.
 */
public interface Functions {

    /** Their codes, each beginning with its module; the text {@code <code>.function} names those people in the plural. */
    List<String> codes();

    /** Who is it now, one query. Called for its own codes only, by whoever has found that the asker may write to members. */
    Set<PersonId> holders(String code);
}
