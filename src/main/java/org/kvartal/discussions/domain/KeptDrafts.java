package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Drafts;
import org.kvartal.discussions.PostId;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts in their table. A save is one guarded statement, since it happens every few keystrokes. */
@Component
@Transactional
class KeptDrafts implements Drafts {

    private static final String EDIT = "edit:";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern KEY = Pattern.compile("new|(thread|space|edit):" + ID);

    private final JdbcClient jdbc;
    private final ThreadLedger ledger;
    private final Audience audience;
    private final Clock clock;

    KeptDrafts(JdbcClient jdbc, ThreadLedger ledger, Audience audience, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audience = audience;
        this.clock = clock;
    }

    /** A save that was under way while its text was posted leaves a draft of a post that exists: that one is not shown. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> find(Asker asker, String key) {
        return jdbc.sql("""
                SELECT * FROM draft d
                 WHERE person = ? AND key = ?
                   AND (key LIKE 'edit:%' OR NOT EXISTS (SELECT 1 FROM post p WHERE p.id = d.post))""")
                .param(asker.requirePerson().value())
                .param(key)
                .query((row, _) -> draft(row))
                .optional();
    }

    @Override
    public Draft save(Asker asker, Draft draft) {
        PersonId person = asker.requirePerson();
        requireKey(draft);
        if (draft.key().startsWith(EDIT)) {
            requireWriter(asker, draft.post());
        }
        requireLength("text", draft.text(), Markdown.MAX_LENGTH, "discussions.refused.text-long");
        String title = draft.title();
        if (title != null) {
            requireLength("title", title, TITLE_LENGTH, "discussions.refused.title-long");
        }
        MemberId onBehalfOf = draft.onBehalfOf();
        return jdbc.sql("""
                INSERT INTO draft AS d (person, key, post, sequence, title, text, language, on_behalf_of, saved_at)
                SELECT :person, :key, :post, :sequence, :title, :text, :language, :onBehalfOf::uuid, :at
                 WHERE (:key LIKE 'edit:%' OR NOT EXISTS (SELECT 1 FROM post WHERE id = :post))
                   AND (:key LIKE 'edit:%' OR NOT EXISTS (SELECT 1 FROM draft WHERE post = :post AND person <> :person))
                ON CONFLICT (person, key) DO UPDATE
                   SET post = excluded.post, sequence = excluded.sequence, title = excluded.title, text = excluded.text,
                       language = excluded.language, on_behalf_of = excluded.on_behalf_of, saved_at = excluded.saved_at
                 WHERE d.sequence < excluded.sequence
                RETURNING *""")
                .param("person", person.value())
                .param("key", draft.key())
                .param("post", draft.post().value())
                .param("sequence", draft.sequence())
                .param("title", withoutNul(title))
                .param("text", withoutNul(draft.text()))
                .param("language", draft.language().code())
                .param("onBehalfOf", onBehalfOf == null ? null : onBehalfOf.value())
                .param("at", Columns.moment(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .query((row, _) -> draft(row))
                .optional()
                .or(() -> find(asker, draft.key()))
                .orElseGet(() -> postedMeanwhile(person, draft));
    }

    private Draft postedMeanwhile(PersonId person, Draft draft) {
        // The last save of a text often arrives after the text itself was posted.
        return ledger.standing(draft.post())
                .filter(post -> post.author().equals(person))
                .map(_ -> draft)
                .orElseThrow(NotFound::new);
    }

    @Override
    public void discard(Asker asker, String key) {
        jdbc.sql("DELETE FROM draft WHERE person = ? AND key = ?")
                .param(asker.requirePerson().value())
                .param(key)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public FileOwner attach(Asker asker, PostId post) {
        requireWriter(asker, post);
        return new FileOwner(PostFiles.MODULE, post.value());
    }

    /** Of a post whoever may change it, of a text that is no post yet whoever writes it. */
    private void requireWriter(Asker asker, PostId post) {
        PersonId person = asker.requirePerson();
        boolean may = ledger.standing(post)
                .map(standing -> !standing.takenAway()
                        && audience.mayRead(asker, standing.visibility())
                        && audience.mayChange(asker, standing.author(), standing.space()))
                .orElseGet(() -> writer(post).filter(person::equals).isPresent());
        if (!may) {
            throw new NotFound();
        }
    }

    /** Who is writing a text that is no post yet. */
    Optional<PersonId> writer(PostId post) {
        return jdbc.sql("SELECT person FROM draft WHERE post = ? AND key NOT LIKE 'edit:%' LIMIT 1")
                .param(post.value())
                .query((row, _) -> Columns.person(row, "person"))
                .optional();
    }

    private static void requireKey(Draft draft) {
        boolean fits = KEY.matcher(draft.key()).matches()
                && (!draft.key().startsWith(EDIT) || draft.key().equals(EDIT + draft.post()));
        if (!fits) {
            throw new NotFound();
        }
    }

    private static void requireLength(String field, String text, int most, String key) {
        if (text.length() > most) {
            throw Refused.at(field, key, most);
        }
    }

    /** A draft comes back as typed; PostgreSQL takes everything but NUL. */
    private static @Nullable String withoutNul(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private static Draft draft(ResultSet row) throws SQLException {
        UUID post = Columns.id(row, "post");
        return new Draft(
                row.getString("key"),
                new PostId(post),
                row.getLong("sequence"),
                row.getString("title"),
                row.getString("text"),
                Columns.language(row, "language"),
                SpokenFor.member(row, "on_behalf_of"),
                Columns.moment(row, "saved_at"));
    }
}
