package org.kvartal.search;

import java.util.Set;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;

/**
 * Says as whom somebody searches now. Modules implement it for the audiences that their documents carry; an asker has the union of what all of them say, read afresh
 * at each question. Search compares audiences and never looks inside.
 */
public interface SearchAudiences {

    /** Everybody, guests too; nobody needs to say so. */
    String PUBLIC = "public";

    /** One person; nobody needs to say so. */
    static String person(PersonId person) {
        return "person:" + person;
    }

    /** Whoever belongs to a thing, or holds a right, of the module that says so. */
    static String of(String kind, Object id) {
        return kind + ":" + id;
    }

    /** The audiences that the asker is one of now, in a constant number of queries. */
    Set<String> of(Asker asker);
}
