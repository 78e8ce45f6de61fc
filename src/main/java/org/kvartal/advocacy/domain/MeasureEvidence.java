package org.kvartal.advocacy.domain;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What shows that a measure was done: files and addresses on the web, for everybody to read. */
@Component
class MeasureEvidence {

    private final Files files;
    private final AdvocacyTrail trail;
    private final MeasureRepository measures;
    private final Telling telling;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    MeasureEvidence(
            Files files,
            AdvocacyTrail trail,
            MeasureRepository measures,
            Telling telling,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.files = files;
        this.trail = trail;
        this.measures = measures;
        this.telling = telling;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean any(MeasureId id) {
        return count(id) > 0;
    }

    private int count(MeasureId id) {
        return jdbc.sql("SELECT count(*) FROM measure_evidence WHERE measure = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** The caller has seen to who may. */
    StoredFile attach(Asker by, MeasureId id, String about, String name, InputStream content) {
        String words = Typed.line("about", about, Measure.LINE_LENGTH);
        transaction.executeWithoutResult(_ -> requireRoom(id));
        StoredFile file = files.store(by, new FileOwner(FileReaders.MODULE, id.value()), name, content);
        try {
            transaction.executeWithoutResult(_ -> {
                Measure measure = requireRoom(id);
                measure.touch(clock.now());
                measures.saveAndFlush(measure);
                add(by, id, file.id(), "", words);
                telling.changed(id);
            });
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
        return file;
    }

    /** The caller has locked the measure. */
    @Transactional(propagation = Propagation.MANDATORY)
    void point(Asker by, MeasureId id, String about, String link) {
        String words = Typed.line("about", about, Measure.LINE_LENGTH);
        String address = Typed.link("link", Typed.requiredLine("link", link, Bounds.LINK_LENGTH), Bounds.LINK_LENGTH);
        requireRoom(id);
        add(by, id, null, address, words);
    }

    private Measure requireRoom(MeasureId id) {
        Measure measure = measures.lock(id.value()).orElseThrow(NotFound::new);
        if (count(id) >= MeasureDesk.MOST_EVIDENCE) {
            throw Refused.at("file", "advocacy.refused.too-many", MeasureDesk.MOST_EVIDENCE);
        }
        return measure;
    }

    private void add(Asker by, MeasureId id, @Nullable FileId file, String link, String about) {
        jdbc.sql("""
                INSERT INTO measure_evidence (id, measure, file, link, about, added_by, added_at)
                VALUES (:id, :measure, :file::uuid, :link, :about, :by::uuid, :now)""")
                .param("id", Ids.next())
                .param("measure", id.value())
                .param("file", file == null ? null : file.value())
                .param("link", link)
                .param("about", about)
                .param("by", by.person().map(PersonId::value).orElse(null))
                .param("now", Columns.moment(clock.now()))
                .update();
        trail.measure(by, "advocacy.measure-shown", id);
    }
}
