package org.kvartal.membership;

import java.time.Instant;

/** A member no longer belongs to the house: it left, or its membership was ended. */
public record MemberLeft(MemberId member, Instant at) {}
