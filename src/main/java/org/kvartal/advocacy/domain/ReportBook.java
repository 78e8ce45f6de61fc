package org.kvartal.advocacy.domain;

import java.util.Optional;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.NewReport;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.ReportId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reports on measures: drafted by anybody who belongs to the house, published by whoever keeps the measure. */
@Component
class ReportBook {

    private static final int WHOLE = 100;
    private static final int MOST_DRAFTS = 200;

    private final Trace trace;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    ReportBook(Trace trace, JdbcClient jdbc, HouseClock clock) {
        this.trace = trace;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it is new; the caller has locked the measure */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean draft(NewReport report, Measure measure, PersonId author) {
        String text = Typed.requiredBlock("text", report.text(), MeasureDesk.TEXT_LENGTH);
        int progress = Typed.number("progress", report.progress(), 0, WHOLE);
        Readings readings = Readings.of(report.values(), measure.indicators());
        int drafts = jdbc.sql("SELECT count(*) FROM progress_report WHERE measure = :measure AND state = 'DRAFT'")
                .param("measure", report.measure().value())
                .query(Integer.class)
                .single();
        if (drafts >= MOST_DRAFTS) {
            throw Refused.because("advocacy.refused.too-many", MOST_DRAFTS);
        }
        return jdbc.sql("""
                INSERT INTO progress_report (id, measure, state, author, on_behalf_of, language, text, progress, readings, made_at)
                VALUES (:id, :measure, 'DRAFT', :author, :association::uuid, :language, :text, :progress, :readings::jsonb, :now)
                ON CONFLICT DO NOTHING""")
                        .param("id", report.id().value())
                        .param("measure", report.measure().value())
                        .param("author", author.value())
                        .param(
                                "association",
                                report.onBehalfOf() == null
                                        ? null
                                        : report.onBehalfOf().value())
                        .param("language", report.language().code())
                        .param("text", text)
                        .param("progress", progress)
                        .param("readings", Stored.json(readings))
                        .param("now", Columns.moment(clock.now()))
                        .update()
                > 0;
    }

    Optional<MeasureId> measure(ReportId report) {
        return jdbc.sql("SELECT measure FROM progress_report WHERE id = :id")
                .param("id", report.value())
                .query((row, _) -> new MeasureId(Columns.id(row, "measure")))
                .optional();
    }

    /** The caller has locked the measure and has seen to who may. */
    @Transactional(propagation = Propagation.MANDATORY)
    void publish(Asker by, Measure measure, ReportId report, PersonId publisher) {
        record Draft(int progress, Readings readings) {}
        Draft draft = jdbc.sql("""
                UPDATE progress_report SET state = 'PUBLISHED', published_at = :now, published_by = :person
                 WHERE id = :id AND measure = :measure AND state = 'DRAFT' RETURNING progress, readings""")
                .param("now", Columns.moment(clock.now()))
                .param("person", publisher.value())
                .param("id", report.value())
                .param("measure", measure.id().value())
                .query((row, _) -> new Draft(row.getInt("progress"), Stored.readings(row, "readings")))
                .optional()
                .orElseThrow(() -> Refused.because("advocacy.refused.state"));
        measure.reported(draft.progress(), draft.readings(), clock.now());
        trace.link(by, new Strand(measure.id().traced(), Relation.REPORTED_BY, report.traced()));
    }
}
