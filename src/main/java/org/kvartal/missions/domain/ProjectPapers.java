package org.kvartal.missions.domain;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects.PaperLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The papers of projects, for those who have to do with them. */
@Component
class ProjectPapers {

    private final ProjectBook book;
    private final Files files;
    private final People people;
    private final MissionTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MissionClock clock;

    ProjectPapers(
            ProjectBook book,
            Files files,
            People people,
            MissionTrail trail,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MissionClock clock) {
        this.book = book;
        this.files = files;
        this.people = people;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Hold no transaction meanwhile. */
    StoredFile attach(Asker by, ProjectId id, String about, String name, InputStream content) {
        String words = Typed.line("about", about, ProjectDesk.LINE_LENGTH);
        transaction.executeWithoutResult(_ -> hold(by, id));
        StoredFile file = files.store(by, new FileOwner(MissionFiles.MODULE, id.value()), name, content);
        try {
            transaction.executeWithoutResult(_ -> {
                book.touch(hold(by, id));
                jdbc.sql("""
                        INSERT INTO project_paper (file, project, about, added_by, added_at)
                        VALUES (:file, :project, :about, :by::uuid, :now)""")
                        .param("file", file.id().value())
                        .param("project", id.value())
                        .param("about", words)
                        .param("by", by.person().map(PersonId::value).orElse(null))
                        .param("now", Columns.moment(clock.now()))
                        .update();
                trail.project(
                        by,
                        "missions.paper-added",
                        id,
                        entry -> entry.with("file", file.id().value()));
            });
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
        return file;
    }

    private MentorProject hold(Asker by, ProjectId id) {
        MentorProject project = book.hold(by, id);
        int there = jdbc.sql("SELECT count(*) FROM project_paper WHERE project = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        if (there >= ProjectDesk.MOST_PAPERS) {
            throw Refused.at("file", "missions.refused.too-many", ProjectDesk.MOST_PAPERS);
        }
        return project;
    }

    boolean has(ProjectId id, FileId paper) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM project_paper WHERE project = :id AND file = :file)")
                .param("id", id.value())
                .param("file", paper.value())
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(Asker by, ProjectId id, FileId paper) {
        MentorProject project = book.hold(by, id);
        boolean proves = jdbc.sql("SELECT EXISTS (SELECT FROM gate_word WHERE paper = :file)")
                .param("file", paper.value())
                .query(Boolean.class)
                .single();
        if (proves) {
            throw Refused.because("missions.refused.proves");
        }
        int gone = jdbc.sql("DELETE FROM project_paper WHERE project = :project AND file = :file")
                .param("project", id.value())
                .param("file", paper.value())
                .update();
        if (gone == 0) {
            throw new NotFound();
        }
        files.remove(paper);
        book.touch(project);
        trail.project(by, "missions.paper-removed", id, entry -> entry.with("file", paper.value()));
    }

    List<PaperLine> of(ProjectId id) {
        record Row(FileId file, String about, @Nullable PersonId by, Instant at) {}
        List<Row> rows = jdbc.sql("SELECT * FROM project_paper WHERE project = :id ORDER BY added_at DESC, file")
                .param("id", id.value())
                .query((row, _) -> new Row(
                        new FileId(Columns.id(row, "file")),
                        row.getString("about"),
                        Columns.personOrNull(row, "added_by"),
                        Columns.moment(row, "added_at")))
                .list();
        Map<FileId, StoredFile> stored =
                files.cards(rows.stream().map(Row::file).toList());
        Map<PersonId, PersonCard> cards =
                people.cards(rows.stream().map(Row::by).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> stored.containsKey(row.file()))
                .map(row -> {
                    PersonId by = row.by();
                    return new PaperLine(
                            Objects.requireNonNull(stored.get(row.file())),
                            row.about(),
                            by == null ? null : cards.get(by),
                            row.at());
                })
                .toList();
    }
}
