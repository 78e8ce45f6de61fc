package org.kvartal.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.HouseBook.Section;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Messages;
import org.kvartal.mail.LetterServer;
import org.kvartal.mail.LetterServer.Encryption;
import org.kvartal.mail.LetterServers;
import org.kvartal.mail.Recipient;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The way that letters take: to the server of the program's settings, else to that of the house's, else to the catcher. */
@Component
class MailRoute implements LetterServers {

    static final String FROM = "from";

    private static final String TRIAL = "mail.letter.trial";
    private static final String KEPT_TRIAL = "mail.letter.kept-trial";

    private final JavaMailSenderImpl given;
    private final HouseBook book;
    private final Seal seal;
    private final LetterWriter writer;
    private final Letterhead letterhead;
    private final Messages messages;
    private final Environment environment;
    private final Clock clock;

    MailRoute(
            JavaMailSenderImpl given,
            HouseBook book,
            Seal seal,
            LetterWriter writer,
            Letterhead letterhead,
            Messages messages,
            Environment environment,
            Clock clock) {
        this.given = given;
        this.book = book;
        this.seal = seal;
        this.writer = writer;
        this.letterhead = letterhead;
        this.messages = messages;
        this.environment = environment;
        this.clock = clock;
        limitPatience(given.getJavaMailProperties(), "10000", "30000");
    }

    /** The way for the letters of one round. */
    Way now() {
        return now(book.read(HouseBook.MAIL));
    }

    private Way now(Section kept) {
        JavaMailSenderImpl server = isGiven()
                ? given
                : in(kept).map(one -> server(one, null, kept, "30000")).orElse(given);
        return new Way(server, letterhead.sender(kept));
    }

    @Override
    public boolean keepsLetters() {
        return keepsLetters(book.read(HouseBook.MAIL));
    }

    private boolean keepsLetters(Section kept) {
        return !isGiven() && in(kept).isEmpty();
    }

    @Override
    public boolean isGiven() {
        return StringUtils.hasText(environment.getProperty("spring.mail.host"));
    }

    @Override
    public Optional<String> givenSender() {
        return letterhead.given().map(InternetAddress::getAddress);
    }

    @Override
    public Optional<LetterServer> in(Section section) {
        return section.value("host").isEmpty()
                ? Optional.empty()
                : Optional.of(new LetterServer(
                        section.value("host"),
                        Integer.parseInt(section.value("port")),
                        Encryption.valueOf(section.value("encryption")),
                        section.value("user"),
                        section.value(FROM)));
    }

    @Override
    public boolean hasPassword(Section section) {
        return seal.open(section.value("password")).isPresent();
    }

    @Override
    public Map<String, String> written(@Nullable LetterServer server, @Nullable String password, Section before) {
        if (server == null) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>(Map.of(
                "host",
                server.host(),
                "port",
                Integer.toString(server.port()),
                "encryption",
                server.encryption().name(),
                "user",
                server.user(),
                FROM,
                server.from()));
        if (!server.user().isEmpty()) {
            values.put("password", password == null ? sealed(server, before) : seal.close(password));
        }
        return values;
    }

    /** Nobody hears of the catcher: that it has taken the letter means that the letter stays. */
    @Override
    public Trial attempt(Recipient to) {
        Section kept = book.read(HouseBook.MAIL);
        if (!keepsLetters(kept)) {
            return attempt(now(kept), to, TRIAL);
        }
        Trial caught = attempt(now(kept), to, KEPT_TRIAL);
        return caught.outcome() == Outcome.SENT ? new Trial(Outcome.KEPT, "") : caught;
    }

    @Override
    public Trial attempt(LetterServer server, @Nullable String password, Section kept, Recipient to) {
        try {
            Way way = new Way(server(server, password, kept, "15000"), letterhead.sender(server.from()));
            return attempt(way, to, TRIAL);
        } catch (MessagingException malformed) {
            return new Trial(Outcome.SENDER_REFUSED, String.valueOf(malformed.getMessage()));
        }
    }

    private Trial attempt(Way way, Recipient to, String template) {
        try {
            MimeMessage message = writer.write(trial(to, way, template), way);
            try (Transport transport = HouseServer.open(way.server())) {
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Trial(Outcome.SENT, "");
        } catch (HouseServer.LinkLocal near) {
            return new Trial(Outcome.LINK_LOCAL, "");
        } catch (MessagingException failed) {
            return MailTrouble.of(failed);
        }
    }

    private PostedLetter trial(Recipient to, Way way, String template) {
        return new PostedLetter(
                Ids.next(),
                to,
                template,
                messages.text(to.language(), template + ".subject"),
                List.of(),
                null,
                "<" + Ids.next() + "@" + way.domain() + ">",
                clock.instant(),
                1,
                false,
                null,
                List.of());
    }

    private JavaMailSenderImpl server(LetterServer set, @Nullable String password, Section kept, String patience) {
        JavaMailSenderImpl server = new HouseServer();
        server.setHost(set.host());
        server.setPort(set.port());
        server.setProtocol(set.encryption() == Encryption.TLS ? "smtps" : "smtp");
        Properties properties = server.getJavaMailProperties();
        limitPatience(properties, "10000", patience);
        if (set.encryption() == Encryption.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        if (set.encryption() != Encryption.NONE) {
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
            properties.put("mail.smtps.ssl.checkserveridentity", "true");
        }
        if (!set.user().isEmpty()) {
            properties.put("mail.smtp.auth", "true");
            properties.put("mail.smtps.auth", "true");
            server.setUsername(set.user());
            server.setPassword(
                    password != null ? password : seal.open(sealed(set, kept)).orElse(""));
        }
        return server;
    }

    /** Empty where it was given for another server or user, which this one must not hear. */
    private String sealed(LetterServer server, Section kept) {
        return in(kept).filter(server::asksLike).isPresent() ? kept.value("password") : "";
    }

    /** No server may hold the round for ever; whoever sets other limits keeps theirs. */
    private static void limitPatience(Properties properties, String connecting, String answering) {
        for (String protocol : new String[] {"smtp", "smtps"}) {
            properties.putIfAbsent("mail." + protocol + ".connectiontimeout", connecting);
            properties.putIfAbsent("mail." + protocol + ".timeout", answering);
            properties.putIfAbsent("mail." + protocol + ".writetimeout", answering);
        }
    }
}
