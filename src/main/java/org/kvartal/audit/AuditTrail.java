package org.kvartal.audit;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The house's memory of who did what, when and why. Rows are added and read, never changed or removed. */
public interface AuditTrail {

    /**
     * Writes an act in the caller's transaction, so that there is neither an act without its row nor a row without its act.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    void record(AuditEntry entry);

    /** The same for many acts, in one go: for who does the same to hundreds of things at once. */
    void recordAll(Collection<AuditEntry> entries);

    /** What was done to a thing, newest first. Who may know it is for the caller to ask, since it knows the thing. */
    List<AuditedAct> about(AuditSubject subject, int limit);

    /**
     * What was done in the house, newest first, by keyset. Who may know it is for the caller to ask.
     *
     * @param before the number of the last act that was read already, null to begin
     */
    List<AuditedAct> newest(AuditFilter filter, @Nullable Long before, int limit);
}
