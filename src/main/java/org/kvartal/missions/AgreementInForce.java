package org.kvartal.missions;

/** All parties have signed an agreement. */
public record AgreementInForce(AgreementId agreement, String code) {}
