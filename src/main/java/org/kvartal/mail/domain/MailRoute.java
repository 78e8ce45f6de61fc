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
    private final Messages messages;
    private final Environment environment;
    private final Clock clock;

    MailRoute(
            JavaMailSenderImpl given,
            HouseBook book,
            Seal seal,
            LetterWriter writer,
            Messages messages,
            Environment environment,
            Clock clock) {
        this.given = given;
        this.book = book;
        this.seal = seal;
        this.writer = writer;
        this.messages = messages;
        this.environment = environment;
        this.clock = clock;
        limitPatience(given.getJavaMailProperties(), "10000", "30000");
    }

    /** The way for the letters of one round. */
    JavaMailSenderImpl now() {
        if (isGiven()) {
            return given;
        }
        Section kept = book.read(HouseBook.MAIL);
        return in(kept).map(server -> way(server, null, kept, "30000")).orElse(given);
    }

    @Override
    public boolean keepsLetters() {
        return !isGiven() && in(book.read(HouseBook.MAIL)).isEmpty();
    }

    @Override
    public boolean isGiven() {
        return StringUtils.hasText(environment.getProperty("spring.mail.host"));
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

    @Override
    public Trial attempt(Recipient to) {
        if (isGiven()) {
            return attempt(given, writer.sender(), to, TRIAL);
        }
        Section kept = book.read(HouseBook.MAIL);
        return in(kept).map(server -> attempt(way(server, null, kept, "30000"), writer.sender(), to, TRIAL))
                .orElseGet(() -> keep(to));
    }

    /** Nobody hears of the catcher: that it has taken the letter means that the letter stays. */
    private Trial keep(Recipient to) {
        Trial caught = attempt(given, writer.sender(), to, KEPT_TRIAL);
        return caught.outcome() == Outcome.SENT ? new Trial(Outcome.KEPT, "") : caught;
    }

    @Override
    public Trial attempt(LetterServer server, @Nullable String password, Section kept, Recipient to) {
        try {
            return attempt(way(server, password, kept, "15000"), writer.sender(server.from()), to, TRIAL);
        } catch (MessagingException malformed) {
            return new Trial(Outcome.SENDER_REFUSED, String.valueOf(malformed.getMessage()));
        }
    }

    private Trial attempt(JavaMailSenderImpl way, InternetAddress from, Recipient to, String template) {
        try {
            MimeMessage message = writer.write(trial(to, from, template), way.getSession(), from);
            try (Transport transport = HouseServer.open(way)) {
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Trial(Outcome.SENT, "");
        } catch (HouseServer.LinkLocal near) {
            return new Trial(Outcome.LINK_LOCAL, "");
        } catch (MessagingException failed) {
            return MailTrouble.of(failed);
        }
    }

    private PostedLetter trial(Recipient to, InternetAddress from, String template) {
        return new PostedLetter(
                Ids.next(),
                to,
                template,
                messages.text(to.language(), template + ".subject"),
                List.of(),
                null,
                "<" + Ids.next() + "@" + LetterWriter.domain(from) + ">",
                clock.instant(),
                1,
                false,
                null,
                List.of());
    }

    private JavaMailSenderImpl way(LetterServer server, @Nullable String password, Section kept, String patience) {
        JavaMailSenderImpl way = new HouseServer();
        way.setHost(server.host());
        way.setPort(server.port());
        way.setProtocol(server.encryption() == Encryption.TLS ? "smtps" : "smtp");
        Properties properties = way.getJavaMailProperties();
        limitPatience(properties, "10000", patience);
        if (server.encryption() == Encryption.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        if (server.encryption() != Encryption.NONE) {
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
            properties.put("mail.smtps.ssl.checkserveridentity", "true");
        }
        if (!server.user().isEmpty()) {
            properties.put("mail.smtp.auth", "true");
            properties.put("mail.smtps.auth", "true");
            way.setUsername(server.user());
            way.setPassword(
                    password != null
                            ? password
                            : seal.open(sealed(server, kept)).orElse(""));
        }
        return way;
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
