package org.kvartal.missions;

/** An agreement ended before its last day, or another took its place. */
public record AgreementEnded(AgreementId agreement, String code) {}
