package org.kvartal.membership;

import org.kvartal.kernel.PersonId;

/** A mandate counts no more: it was ended, its term is over, or the organisation left. */
public record MandateEnded(MandateId mandate, MemberId association, PersonId person) {}
