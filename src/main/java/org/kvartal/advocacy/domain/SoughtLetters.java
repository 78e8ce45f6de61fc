package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets letters be found, as {@link DispatchReads} shows them. Each is several documents within one: that it was sent and to whom, and the last answer, as everybody reads it; what the letter says and what else was
 * answered, for those who belong to the house; and what nobody has classified, for those who may.
 */
@Component
@Transactional(readOnly = true)
class SoughtLetters implements SearchSource {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Messages messages;

    SoughtLetters(JdbcClient jdbc, Directory directory, Messages messages) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "letter";
    }

    @Override
    public String label() {
        return "advocacy.search.letters";
    }

    @Override
    public int order() {
        return 54;
    }

    /**
     * @param covering the id of what stands in it
     * @param open whether everybody may know that it was sent
     */
    private record Letter(
            UUID id,
            UUID covering,
            String code,
            LocalizedText asks,
            EntryId entry,
            String unit,
            String post,
            Language language,
            String words,
            String registry,
            @Nullable String clarified,
            String state,
            boolean open,
            Instant at) {

        static Letter of(ResultSet row) throws SQLException {
            Instant sent = Columns.momentOrNull(row, "sent_at");
            String position = row.getString("position");
            return new Letter(
                    Columns.id(row, "id"),
                    Columns.id(row, "covering_id"),
                    RefCode.recommendation(row),
                    Stored.text(row, "title"),
                    new EntryId(Columns.id(row, "to_entry")),
                    row.getString("to_unit"),
                    row.getString("to_post"),
                    Columns.language(row, "language"),
                    row.getString("covering"),
                    row.getString("registry"),
                    row.getString("clarified"),
                    position == null
                            ? "advocacy.letter-state." + Code.of(row.getString("state"))
                            : "advocacy.position." + Code.of(position),
                    sent != null && Columns.momentOrNull(row, "public_at") != null,
                    sent != null ? sent : Columns.moment(row, "prepared_at"));
        }
    }

    /** @param last whether it is the one of those that were classified that everybody reads */
    private record Reply(
            UUID id,
            UUID letter,
            Language language,
            String words,
            String passedTo,
            boolean classified,
            boolean last,
            Instant at) {

        static Reply of(ResultSet row) throws SQLException {
            return new Reply(
                    Columns.id(row, "id"),
                    Columns.id(row, "dispatch"),
                    Columns.language(row, "language"),
                    row.getString("words"),
                    row.getString("passed_to"),
                    row.getBoolean("classified"),
                    row.getBoolean("last"),
                    Columns.moment(row, "recorded_at"));
        }
    }

    @Override
    public Map<UUID, SearchDocument> documents(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Letter> letters = jdbc.sql("""
                SELECT d.*, r.year, r.number, r.title, r.public_at,
                       (SELECT string_agg(c.text, E'\\n\\n' ORDER BY c.said_at DESC) FROM dispatch_clarification c
                         WHERE c.dispatch = d.id) AS clarified
                  FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
                 WHERE d.id IN (SELECT unnest(:ids)
                                UNION SELECT id FROM dispatch WHERE covering_id = ANY (:ids)
                                UNION SELECT dispatch FROM dispatch_reply WHERE id = ANY (:ids))""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> Letter.of(row))
                .list();
        Map<UUID, List<Reply>> replies =
                jdbc.sql("""
                SELECT p.*, p.reading = 'CLASSIFIED' AND NOT p.corrected AS classified,
                       p.reading = 'CLASSIFIED' AND NOT p.corrected AND NOT EXISTS (
                           SELECT FROM dispatch_reply o WHERE o.dispatch = p.dispatch AND o.number > p.number
                              AND o.reading = 'CLASSIFIED' AND NOT o.corrected) AS last
                  FROM dispatch_reply p WHERE p.id = ANY (:ids)""").param("ids", ids.toArray(UUID[]::new)).query((row, _) -> Reply.of(row)).list().stream()
                        .collect(Collectors.groupingBy(Reply::letter));
        Map<EntryId, EntryCard> cards =
                directory.cards(letters.stream().map(Letter::entry).collect(Collectors.toSet()));
        Set<UUID> asked = Set.copyOf(ids);
        Map<UUID, SearchDocument> documents = new HashMap<>();
        letters.forEach(letter -> {
            OfficeName name = OfficeName.of(cards.get(letter.entry()), letter.language(), letter.unit(), letter.code());
            if (asked.contains(letter.id())) {
                documents.put(letter.id(), face(letter, name));
            }
            if (asked.contains(letter.covering())) {
                documents.put(letter.covering(), covering(letter, name));
            }
            replies.getOrDefault(letter.id(), List.of())
                    .forEach(reply -> documents.put(reply.id(), reply(letter, reply, name)));
        });
        return documents;
    }

    /** That it was written, to whom and about what. */
    private SearchDocument face(Letter letter, OfficeName name) {
        return document(letter.id(), letter, name, letter.open(), SoughtVoice.READERS, letter.at())
                .within(letter.id(), true)
                .named(name.others().stream()
                        .filter(other -> !other.equals(letter.code()))
                        .toList())
                .saying(List.of(letter.asks()));
    }

    /** With the code, which is no name of the letter: who looks for it means the recommendation first. */
    private SearchDocument covering(Letter letter, OfficeName name) {
        return document(letter.covering(), letter, name, false, SoughtVoice.READERS, letter.at())
                .saying(SoughtRows.texts(
                        SoughtRows.text(letter.language(), letter.words()),
                        SoughtRows.text(letter.language(), letter.clarified()),
                        SoughtRows.text(letter.language(), letter.post()),
                        SoughtRows.text(letter.language(), letter.registry()),
                        SoughtRows.text(letter.language(), letter.code())));
    }

    private SearchDocument reply(Letter letter, Reply reply, OfficeName name) {
        return document(
                        reply.id(),
                        letter,
                        name,
                        letter.open() && reply.last(),
                        reply.classified() ? SoughtVoice.READERS : SoughtVoice.CLASSIFIERS,
                        reply.at())
                .saying(SoughtRows.texts(
                        SoughtRows.text(reply.language(), reply.words()),
                        SoughtRows.text(reply.language(), reply.passedTo())));
    }

    private SearchDocument document(UUID id, Letter letter, OfficeName name, boolean open, String readers, Instant at) {
        Set<String> audience = new HashSet<>(Set.of(readers));
        if (open) {
            audience.add(SearchAudiences.PUBLIC);
        }
        Map<Language, String> note = new EnumMap<>(Language.class);
        SoughtRows.words(messages, letter.state())
                .texts()
                .forEach((language, state) -> note.put(language, letter.code() + " · " + state));
        return SearchDocument.of(id, name.title(), AdvocacyPages.letter(new DispatchId(letter.id())), at, audience)
                .within(letter.id(), false)
                .open(open ? AdvocacyPages.inPublic(letter.code()) : null)
                .noted(new LocalizedText(Language.EN, note));
    }

    @Override
    public List<UUID> ids(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                (SELECT id FROM dispatch WHERE :after::uuid IS NULL OR id > :after ORDER BY id LIMIT :limit)
                UNION ALL
                (SELECT covering_id FROM dispatch WHERE :after::uuid IS NULL OR covering_id > :after ORDER BY covering_id LIMIT :limit)
                UNION ALL
                (SELECT id FROM dispatch_reply WHERE :after::uuid IS NULL OR id > :after ORDER BY id LIMIT :limit)
                ORDER BY id LIMIT :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }
}
