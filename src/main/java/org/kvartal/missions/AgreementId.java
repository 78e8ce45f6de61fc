package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of an agreement, made by whoever enters it. */
public record AgreementId(UUID value) {

    public static AgreementId next() {
        return new AgreementId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AgreementId of(String text) {
        return new AgreementId(UUID.fromString(text));
    }

    /** The agreement in trails. */
    public TraceNode traced() {
        return new TraceNode(MissionPages.TRACED_AGREEMENT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
