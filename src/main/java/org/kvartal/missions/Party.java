package org.kvartal.missions;

import org.kvartal.alliance.EntryId;
import org.kvartal.membership.MemberId;

/** With whom something is done or agreed. */
public sealed interface Party {

    /** An organisation or a person that belongs to the house. */
    record OfMember(MemberId member) implements Party {}

    /** An entry of the directory. */
    record OfEntry(EntryId entry) implements Party {}

    /** Somebody who stands in neither. */
    record Named(String name) implements Party {}
}
