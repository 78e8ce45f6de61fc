package org.kvartal.seminars.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Columns;
import org.kvartal.seminars.MaterialAudience;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials.MaterialLine;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Materials of a seminar, each for those whom it is meant for. */
@Component
class MaterialReads {

    private final Files files;
    private final JdbcClient jdbc;

    MaterialReads(Files files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** As what somebody reads: as a participant, as one who was seen there, as one of the team. */
    record Receiver(boolean participant, boolean attended, boolean team) {

        boolean mayRead(MaterialAudience audience) {
            return switch (audience) {
                case ALL -> true;
                case PARTICIPANTS -> participant || team;
                case AFTER_ATTENDANCE -> attended || team;
                case TEAM -> team;
            };
        }
    }

    private record Row(
            MaterialId id,
            String title,
            MaterialAudience audience,
            int version,
            @Nullable FileId file,
            @Nullable String link,
            int read,
            Instant at) {}

    List<MaterialLine> of(SeminarId seminar, Receiver reader) {
        List<Row> rows = jdbc
                .sql("""
                    SELECT m.*, f.file FROM seminar_material m
                      LEFT JOIN seminar_material_file f ON f.material = m.id AND f.version = m.version
                     WHERE m.seminar = :seminar ORDER BY m.added_at, m.id""")
                .param("seminar", seminar.value())
                .query((row, _) -> {
                    UUID file = Columns.idOrNull(row, "file");
                    return new Row(
                            new MaterialId(Columns.id(row, "id")),
                            row.getString("title"),
                            Stored.code(row, "audience", MaterialAudience.class),
                            row.getInt("version"),
                            file == null ? null : new FileId(file),
                            row.getString("link"),
                            row.getInt("read"),
                            Columns.moment(row, "added_at"));
                })
                .list()
                .stream()
                .filter(row -> reader.mayRead(row.audience()))
                .toList();
        Map<FileId, StoredFile> cards = files.cards(
                rows.stream().map(Row::file).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> new MaterialLine(
                        row.id(),
                        row.title(),
                        row.audience(),
                        row.version(),
                        row.file() == null ? null : cards.get(row.file()),
                        reader.team() || row.file() == null ? row.link() : null,
                        reader.team() ? row.read() : 0,
                        row.at()))
                .toList();
    }
}
