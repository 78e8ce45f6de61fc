package org.kvartal.forum.domain;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.springframework.stereotype.Component;

/** What was done in the forum, as the audit trail keeps it. */
@Component
class ForumTrail {

    static final String SERIES = "forum.series";
    static final String SESSION = "forum.session";
    static final String ITEM = "forum.item";

    /** Who acts where nobody does: jobs. */
    static final Asker HOUSE = Asker.house("forum");

    private final AuditTrail audit;

    ForumTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void series(Asker by, String act, SeriesId series) {
        write(by, act, SERIES, series.value(), entry -> entry);
    }

    void series(Asker by, String act, SeriesId series, UnaryOperator<AuditEntry> more) {
        write(by, act, SERIES, series.value(), more);
    }

    void session(Asker by, String act, SessionId session) {
        write(by, act, SESSION, session.value(), entry -> entry);
    }

    void session(Asker by, String act, SessionId session, UnaryOperator<AuditEntry> more) {
        write(by, act, SESSION, session.value(), more);
    }

    void item(Asker by, String act, ItemId item) {
        write(by, act, ITEM, item.value(), entry -> entry);
    }

    void item(Asker by, String act, ItemId item, UnaryOperator<AuditEntry> more) {
        write(by, act, ITEM, item.value(), more);
    }

    private void write(Asker by, String act, String kind, UUID id, UnaryOperator<AuditEntry> more) {
        audit.record(more.apply(AuditEntry.of(by, act, new AuditSubject(kind, id))));
    }
}
