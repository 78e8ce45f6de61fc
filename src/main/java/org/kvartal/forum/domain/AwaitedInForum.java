package org.kvartal.forum.domain;

import java.util.List;
import java.util.UUID;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.tasks.AwaitedSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What facilitators owe to whoever proposes an item: a word to it. */
@Component
class AwaitedInForum implements AwaitedSource {

    private final Messages messages;
    private final JdbcClient jdbc;

    AwaitedInForum(Messages messages, JdbcClient jdbc) {
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public List<AwaitedLine> awaited(Reader reader, int limit) {
        UUID asker = reader.asker().person().map(PersonId::value).orElse(null);
        if (asker == null) {
            return List.of();
        }
        String who = messages.text(reader.language(), "forum.awaited.facilitators");
        return jdbc.sql("""
                SELECT id, title, proposed_at FROM agenda_item
                 WHERE proposer = :asker AND state = 'PROPOSED' ORDER BY proposed_at, id LIMIT :limit""")
                .param("asker", asker)
                .param("limit", limit)
                .query((row, _) -> new AwaitedLine(
                        "forum.awaited.item",
                        List.of(LocalizedText.stored(row.getString("title")).in(reader.language())),
                        who,
                        ForumPages.own(new ItemId(Columns.id(row, "id"))),
                        Columns.moment(row, "proposed_at")))
                .list();
    }
}
