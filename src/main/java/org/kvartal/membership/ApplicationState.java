package org.kvartal.membership;

/**
 * Where an application stands. An unconfirmed draft that is 14 days old is removed, and nothing remains of it.
 *
 * @see Admissions
 */
public enum ApplicationState {
    /** Being written; perhaps sent already, when the address is not confirmed yet. */
    DRAFT,
    /** Sent, and nobody has taken it yet. */
    SUBMITTED,
    /** Somebody of the office has taken it. */
    IN_REVIEW,
    /** The office has asked the applicant for more; its clock stands still. */
    MORE_INFO,
    APPROVED,
    /** Refused with a reason; the applicant may appeal once within 30 days. */
    DECLINED,
    /** Taken back by the applicant. */
    WITHDRAWN,
    /** A question was not answered for 60 days. */
    LAPSED;

    /** Whether something may still become of it without the applicant beginning anew. */
    public boolean open() {
        return switch (this) {
            case DRAFT, SUBMITTED, IN_REVIEW, MORE_INFO -> true;
            case APPROVED, DECLINED, WITHDRAWN, LAPSED -> false;
        };
    }

    /** Whether the applicant may change what it says. */
    public boolean editable() {
        return this == DRAFT || this == MORE_INFO;
    }
}
