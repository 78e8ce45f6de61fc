package org.kvartal.missions;

/** Somebody who has not reported a result has looked whether it is there. */
public record ResultVerified(ResultId result) {}
