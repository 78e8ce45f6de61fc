package org.kvartal.advocacy;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a progress report, made by whoever writes it. */
public record ReportId(UUID value) {

    public static ReportId next() {
        return new ReportId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    /** The report in trails. */
    public TraceNode traced() {
        return new TraceNode(AdvocacyPages.TRACED_REPORT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
