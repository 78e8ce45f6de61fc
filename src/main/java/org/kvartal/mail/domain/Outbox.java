package org.kvartal.mail.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.AfterCommit;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.mail.Letter;
import org.kvartal.mail.LetterRefused;
import org.kvartal.mail.LetterSection;
import org.kvartal.mail.LetterSeries;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The letters in PostgreSQL. A letter waits, is being sent, and ends as sent or dead; each change is one guarded statement, so that
 * two nodes never hold the same letter.
 *
 * @see "Decision record 0020, letters"
 */
@Component
class Outbox implements Postbox {

    /** An attempt that nobody has settled for so long was cut off by a crash: far beyond all time limits of a connection. */
    private static final Duration LOST = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(90);

    private final House house;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Messages messages;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;

    Outbox(
            House house,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            Messages messages,
            MailSettings settings,
            ApplicationEventPublisher events) {
        this.house = house;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.messages = messages;
        this.settings = settings;
        this.events = events;
    }

    /** There is a letter to send: the transaction that posted it has committed. */
    record LetterPosted() {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter posted) {
        Letter letter = inOfferedLanguage(posted);
        requireTexts(letter);
        UUID id = Ids.next();
        int kept = jdbc.sql("""
                INSERT INTO letter (id, fact_key, address, name, language, template, subject, arguments, button, secret,
                                    importance, message_id, state, due_at, posted_at, series, sections)
                VALUES (:id, :fact, :address, :name, :language, :template, :subject, :arguments::jsonb, :button, :secret,
                        :importance, :messageId, 'WAITING', :now, :now, :series::jsonb, :sections::jsonb)
                ON CONFLICT (fact_key, lower(address)) DO NOTHING
                """)
                .param("id", id)
                .param("fact", letter.factKey())
                .param("address", letter.to().address())
                .param("name", letter.to().name())
                .param("language", letter.to().language().code())
                .param("template", letter.template())
                .param("subject", subject(letter))
                .param("arguments", json.writeValueAsString(letter.arguments()))
                .param("button", letter.button())
                .param("secret", letter.secret())
                .param("importance", rank(letter.importance()))
                .param("messageId", "<" + id + "@" + settings.domain() + ">")
                .param("now", now())
                .param("series", letter.series() == null ? null : json.writeValueAsString(letter.series()))
                .param("sections", letter.sections().isEmpty() ? null : json.writeValueAsString(letter.sections()))
                .update();
        if (kept == 1) {
            // Not a transactional listener: the publication registry would write a row for each letter, and the letter
            // is a row.
            AfterCommit.run(() -> events.publishEvent(new LetterPosted()));
        }
    }

    /** Whoever reads a language that the house no longer offers gets its letters in the house's first one. */
    private Letter inOfferedLanguage(Letter letter) {
        Recipient to = letter.to();
        Language offered = house.offered(to.language());
        return offered == to.language()
                ? letter
                : new Letter(
                        letter.factKey(),
                        new Recipient(to.name(), to.address(), offered),
                        letter.template(),
                        letter.arguments(),
                        letter.button(),
                        letter.secret(),
                        letter.importance(),
                        letter.series(),
                        letter.sections());
    }

    /**
     * Takes the most important due letter of a module in use, counts the attempt, and keeps it from everybody else until it is settled.
     *
     * @param awaited whether only what somebody has just asked for is taken
     * @param domain that of the sender, by which the first attempt names the message; later ones repeat the name, whoever sends then
     */
    @Transactional
    Optional<PostedLetter> take(boolean awaited, String domain) {
        return jdbc.sql("""
                UPDATE letter
                   SET state = 'SENDING', attempts = attempts + 1, due_at = :lost,
                       message_id = CASE WHEN attempts = 0 THEN '<' || id || '@' || :domain || '>' ELSE message_id END
                 WHERE id = (SELECT id FROM letter
                              WHERE state IN ('WAITING', 'SENDING') AND due_at <= :now
                                AND split_part(template, '.', 1) <> ALL (:resting)
                                AND (NOT :awaited OR importance = :first)
                              ORDER BY importance, due_at
                              LIMIT 1
                                FOR UPDATE SKIP LOCKED)
                RETURNING id, name, address, language, template, subject, arguments, button, message_id, posted_at, attempts, importance, series, sections
                """)
                .param("now", now())
                .param("resting", house.resting().toArray(String[]::new))
                .param("awaited", awaited)
                .param("domain", domain)
                .param("first", rank(Letter.Importance.AWAITED))
                .param("lost", Columns.moment(clock.instant().plus(LOST)))
                .query((row, _) -> letter(row))
                .optional();
    }

    @Transactional
    void sent(PostedLetter letter) {
        var _ = settle(letter, "SENT", null);
    }

    /** No later attempt would do better: the letter is kept with its reason and not tried again. */
    @Transactional
    void dead(PostedLetter letter, String reason) {
        giveUp(letter, reason);
    }

    /** Lets the letter wait for its next attempt, or gives it up after the last one. Tells whether it waits. */
    @Transactional
    boolean failed(PostedLetter letter, String reason) {
        Optional<Duration> wait = Patience.after(letter.attempt());
        if (wait.isEmpty()) {
            giveUp(letter, reason);
            return false;
        }
        jdbc.sql("""
                UPDATE letter SET state = 'WAITING', due_at = :due, last_error = :reason
                 WHERE id = :id AND state = 'SENDING' AND attempts = :attempt
                """)
                .param("due", Columns.moment(clock.instant().plus(wait.get())))
                .param("reason", brief(reason))
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .update();
        return true;
    }

    /** Forgets letters that were settled a quarter of a year ago. */
    @Transactional
    int forgetOld() {
        return jdbc.sql("DELETE FROM letter WHERE state IN ('SENT', 'DEAD') AND settled_at < :before")
                .param("before", Columns.moment(clock.instant().minus(KEPT)))
                .update();
    }

    /** Whoever posted it may hear that it has not arrived. */
    private void giveUp(PostedLetter letter, String reason) {
        settle(letter, "DEAD", reason)
                .ifPresent(factKey -> events.publishEvent(
                        new LetterRefused(factKey, reason.equals(Delivery.UNWRITTEN) ? "" : brief(reason))));
    }

    /** @return what the letter was told for; empty where somebody else has settled it */
    private Optional<String> settle(PostedLetter letter, String state, @Nullable String reason) {
        return jdbc.sql("""
                UPDATE letter
                   SET state = :state,
                       settled_at = :now,
                       last_error = COALESCE(:reason, last_error),
                       arguments = CASE WHEN secret THEN NULL ELSE arguments END,
                       button = CASE WHEN secret THEN NULL ELSE button END
                 WHERE id = :id AND state = 'SENDING' AND attempts = :attempt
                RETURNING fact_key
                """)
                .param("state", state)
                .param("now", now())
                .param("reason", reason == null ? null : brief(reason))
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .query(String.class)
                .optional();
    }

    /** A missing text is the author's mistake: it is told to them, not to the job that sends at night. */
    private void requireTexts(Letter letter) {
        for (String part : letter.button() == null
                ? List.of("subject", "text", "why")
                : List.of("subject", "text", "why", "button")) {
            String key = letter.template() + "." + part;
            if (!messages.has(letter.to().language(), key)) {
                throw new IllegalArgumentException(
                        "no text " + key + " in " + letter.to().language().code());
            }
        }
    }

    private String subject(Letter letter) {
        return messages.text(
                letter.to().language(),
                letter.template() + ".subject",
                letter.arguments().toArray());
    }

    private PostedLetter letter(ResultSet row) throws SQLException {
        String series = row.getString("series");
        String sections = row.getString("sections");
        return new PostedLetter(
                Columns.id(row, "id"),
                new Recipient(row.getString("name"), row.getString("address"), Columns.language(row, "language")),
                row.getString("template"),
                row.getString("subject"),
                json.readValue(row.getString("arguments"), new TypeReference<List<Object>>() {}),
                row.getString("button"),
                row.getString("message_id"),
                Columns.moment(row, "posted_at"),
                row.getInt("attempts"),
                row.getInt("importance") == rank(Letter.Importance.BULK),
                series == null ? null : json.readValue(series, LetterSeries.class),
                sections == null ? List.of() : json.readValue(sections, new TypeReference<List<LetterSection>>() {}));
    }

    private static int rank(Letter.Importance importance) {
        return switch (importance) {
            case AWAITED -> 0;
            case ORDINARY -> 1;
            case BULK -> 2;
        };
    }

    private OffsetDateTime now() {
        return Columns.moment(clock.instant());
    }

    private static String brief(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }
}
