package org.kvartal.seminars;

import java.util.Set;

/** How far a seminar is. */
public enum SeminarState {
    /** Being prepared; only its team and the office know of it. */
    DRAFT,
    /** Shown to everybody; nobody registers yet. */
    PUBLISHED,
    REGISTRATION_OPEN,
    REGISTRATION_CLOSED,
    /** Held now. */
    RUNNING,
    /** Held; who was there is settled, and certificates may be issued. */
    FINISHED,
    /** Kept for the record; nothing changes any more but certificates. */
    ARCHIVED,
    /** It will not take place. */
    CANCELLED;

    /** Into which states it goes from here. */
    public Set<SeminarState> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED, CANCELLED);
            case PUBLISHED -> Set.of(REGISTRATION_OPEN, CANCELLED);
            case REGISTRATION_OPEN -> Set.of(REGISTRATION_CLOSED, CANCELLED);
            case REGISTRATION_CLOSED -> Set.of(RUNNING, CANCELLED);
            case RUNNING -> Set.of(FINISHED, CANCELLED);
            case FINISHED -> Set.of(ARCHIVED);
            case ARCHIVED, CANCELLED -> Set.of();
        };
    }

    /** Whether it is shown to everybody. */
    public boolean announced() {
        return this != DRAFT;
    }

    /** Whether it is still to come, and places in it are given. */
    public boolean givesPlaces() {
        return this == PUBLISHED || this == REGISTRATION_OPEN || this == REGISTRATION_CLOSED;
    }

    /** Whether what it is about may still change. */
    public boolean open() {
        return this == DRAFT || givesPlaces() || this == RUNNING;
    }

    /** Whether it has been held. */
    public boolean held() {
        return this == FINISHED || this == ARCHIVED;
    }
}
