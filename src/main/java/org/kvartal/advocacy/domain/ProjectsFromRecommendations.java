package org.kvartal.advocacy.domain;

import java.util.Optional;
import java.util.UUID;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A project is begun from a recommendation, with the office to which it was written first. */
@Component
class ProjectsFromRecommendations implements ProjectSource {

    private final AdvocacySight sight;
    private final JdbcClient jdbc;

    ProjectsFromRecommendations(AdvocacySight sight, JdbcClient jdbc) {
        this.sight = sight;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Source> find(Asker asker, String code) {
        return RefCode.of(RefCode.RECOMMENDATION, code)
                .flatMap(wanted -> jdbc.sql("""
                SELECT r.id, r.title,
                       (SELECT d.to_entry FROM dispatch d WHERE d.recommendation = r.id ORDER BY d.prepared_at, d.id LIMIT 1) AS entry
                  FROM recommendation r WHERE r.year = :year AND r.number = :number AND""" + AdvocacySight.KNOWN)
                        .params(sight.values(asker))
                        .param("year", wanted.year())
                        .param("number", wanted.number())
                        .query((row, _) -> {
                            UUID entry = Columns.idOrNull(row, "entry");
                            return new Source(
                                    wanted.toString(),
                                    Stored.text(row, "title"),
                                    new RecommendationId(Columns.id(row, "id")).traced(),
                                    entry == null ? null : new Party.OfEntry(new EntryId(entry)));
                        })
                        .optional());
    }
}
