package org.kvartal.membership;

import org.kvartal.kernel.PersonId;

/** A mandate has begun to count: the person represents the organisation from now on. */
public record MandateGiven(MandateId mandate, MemberId association, PersonId person) {}
