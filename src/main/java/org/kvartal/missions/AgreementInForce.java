package org.kvartal.missions;

/** All parties have signed an agreement, and its first day has come. */
public record AgreementInForce(AgreementId agreement, String code) {}
