package org.kvartal.mail.domain;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A mail server of the house's own that passes nothing on: what comes over SMTP, on a free port of the loopback interface, is kept
 * in a table for the page that shows it. It stands in where no mail server is set, so that a newcomer's first letter arrives somewhere.
 */
@Component
@Conditional(NoMailServer.class)
public class LetterCatcher {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int KEPT = 500;

    /** Looks for old ones with each so-many-th letter, and with the first. */
    private static final int SWEPT = 50;

    private final GreenMail server;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicInteger caught = new AtomicInteger();

    LetterCatcher(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.server = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::keep);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    String host() {
        return LOOPBACK;
    }

    /** The caught letters, newest first. */
    public List<CaughtLetter> newest(int limit) {
        return jdbc.sql("SELECT id, caught_at, recipient, subject FROM caught_letter ORDER BY id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> new CaughtLetter(
                        Columns.id(row, "id"),
                        Columns.moment(row, "caught_at"),
                        row.getString("recipient"),
                        row.getString("subject")))
                .list();
    }

    public Optional<CaughtLetter.Opened> open(UUID id) {
        return jdbc.sql("SELECT id, caught_at, recipient, subject, source FROM caught_letter WHERE id = :id")
                .param("id", id)
                .query((row, _) -> {
                    MimeMessage message = message(row.getBytes("source"));
                    return new CaughtLetter.Opened(
                            new CaughtLetter(
                                    Columns.id(row, "id"),
                                    Columns.moment(row, "caught_at"),
                                    row.getString("recipient"),
                                    row.getString("subject")),
                            language(message),
                            body(message, "text/plain"),
                            body(message, "text/html"));
                })
                .optional();
    }

    @PreDestroy
    void close() {
        server.stop();
    }

    /** Runs before the server says that it has taken the letter: what it takes is on disk. */
    private GreenMailUser keep(MovingMessage moving, MailAddress recipient) throws MessagingException {
        MimeMessage message = moving.getMessage();
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        try {
            message.writeTo(source);
        } catch (IOException impossible) {
            throw new MessagingException("unreadable", impossible);
        }
        String subject = message.getSubject();
        jdbc.sql("""
                INSERT INTO caught_letter (id, caught_at, recipient, subject, source)
                VALUES (:id, :now, :recipient, :subject, :source)
                """)
                .param("id", Ids.next())
                .param("now", Columns.moment(clock.instant()))
                .param("recipient", recipient.getEmail())
                .param("subject", subject == null ? "" : subject)
                .param("source", source.toByteArray())
                .update();
        if (caught.incrementAndGet() % SWEPT == 1) {
            jdbc.sql("""
                    DELETE FROM caught_letter
                     WHERE id IN (SELECT id FROM caught_letter
                                   WHERE id <= (SELECT id FROM caught_letter ORDER BY id DESC OFFSET :kept LIMIT 1)
                                     FOR UPDATE SKIP LOCKED)
                    """).param("kept", KEPT).update();
        }
        return new Kept(recipient.getEmail());
    }

    private static MimeMessage message(byte[] source) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Language language(MimeMessage message) {
        try {
            String[] languages = message.getContentLanguage();
            return Language.of(languages == null ? null : languages[0]).orElse(Language.EN);
        } catch (MessagingException unreadable) {
            return Language.EN;
        }
    }

    private static String body(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent());
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart child = parts.getBodyPart(i);
                    String found = body(child, type);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (MessagingException | IOException unreadable) {
            return "";
        }
    }

    /** The mailbox that the library wants to put the message into: ours is the table, and it is there already. */
    private record Kept(String email) implements GreenMailUser {

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public @Nullable String getPassword() {
            return null;
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }
    }
}
