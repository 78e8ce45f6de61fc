package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets those to whom it may be written be found by those who may read the register, as {@link KeptAddressees} shows it to all of them: without holders and mail addresses. */
@Component
@Transactional(readOnly = true)
class SoughtAddressees implements SearchSource {

    private final JdbcClient jdbc;
    private final Directory directory;

    SoughtAddressees(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public String kind() {
        return "addressee";
    }

    @Override
    public String label() {
        return "advocacy.search.addressees";
    }

    @Override
    public int order() {
        return 56;
    }

    private record Row(UUID id, EntryId entry, String unit, String post, Language language, Instant at) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Columns.id(row, "id"),
                    new EntryId(Columns.id(row, "entry")),
                    row.getString("unit"),
                    row.getString("post"),
                    Columns.language(row, "language"),
                    Columns.moment(row, "made_at"));
        }
    }

    @Override
    public Map<UUID, SearchDocument> documents(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = jdbc.sql("SELECT * FROM addressee WHERE id = ANY (:ids) AND closed_at IS NULL")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> Row.of(row))
                .list();
        Map<EntryId, EntryCard> cards =
                directory.cards(rows.stream().map(Row::entry).collect(Collectors.toSet()));
        Map<UUID, SearchDocument> documents = new HashMap<>();
        rows.forEach(row -> {
            EntryCard card = cards.get(row.entry());
            if (card != null || !row.unit().isEmpty() || !row.post().isEmpty()) {
                documents.put(row.id(), document(row, card));
            }
        });
        return documents;
    }

    private static SearchDocument document(Row row, @Nullable EntryCard card) {
        OfficeName name = OfficeName.of(card, row.language(), row.unit(), row.post());
        String whom = Stream.of(row.unit(), row.post())
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
        return SearchDocument.of(
                        row.id(),
                        name.title(),
                        AdvocacyPages.addressees(name.title().in(name.title().source())),
                        row.at(),
                        Set.of(SoughtVoice.READERS))
                .named(name.others())
                .noted(card == null ? null : SoughtRows.text(row.language(), whom));
    }

    @Override
    public List<UUID> ids(@Nullable UUID after, int limit) {
        return SoughtRows.ids(jdbc, "addressee", after, limit);
    }
}
