package org.kvartal.mail.domain;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.mail.LetterSection;
import org.kvartal.mail.LetterSeries;
import org.kvartal.mail.Recipient;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Writes a letter out: HTML and plain text from the same words, in the recipient's language. */
@Component
class LetterWriter {

    /** What a mail program would turn into a link, or nobody is called by. */
    private static final Pattern NO_NAME = Pattern.compile("[/:@<>]|\\.[\\p{L}\\p{N}]");

    private final Messages messages;
    private final SpringTemplateEngine templates;
    private final House house;

    LetterWriter(Messages messages, SpringTemplateEngine templates, House house) {
        this.messages = messages;
        this.templates = templates;
        this.house = house;
    }

    MimeMessage write(PostedLetter letter, Way way) throws MessagingException {
        try {
            MimeMessage message = new MessageWithFixedId(way.server().getSession(), letter.messageId());
            message.setFrom(way.from());
            message.setRecipient(Message.RecipientType.TO, recipient(letter.to()));
            message.setSubject(oneLine(letter.subject()), "UTF-8");
            message.setSentDate(Date.from(letter.postedAt()));
            message.setContent(
                    new MimeMultipart("alternative", part(plain(letter), "plain"), part(html(letter), "html")));
            message.setHeader("Content-Language", letter.to().language().code());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            belong(message, letter, way.domain());
            message.saveChanges();
            return message;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What mail programs sort by, put together, and let their readers end (RFC 2919, 2369, 8058). */
    private void belong(MimeMessage message, PostedLetter letter, String domain)
            throws MessagingException, UnsupportedEncodingException {
        LetterSeries series = letter.series();
        message.setHeader(
                "List-Id",
                MimeUtility.fold(
                        9,
                        MimeUtility.encodeWord(oneLine(house.name()), "UTF-8", null)
                                + " <"
                                + (series == null ? "letters" : series.list())
                                + "."
                                + domain
                                + ">"));
        if (letter.bulk()) {
            message.setHeader("Precedence", "bulk");
        }
        if (series == null) {
            return;
        }
        message.setHeader("List-Unsubscribe", "<" + series.leave() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        if (series.conversation() != null) {
            // Nobody was ever sent this first letter: all that answer it stand together all the same.
            String first = "<" + series.conversation() + "@" + domain + ">";
            message.setHeader("In-Reply-To", first);
            message.setHeader("References", first);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    private static InternetAddress recipient(Recipient to) throws UnsupportedEncodingException, MessagingException {
        InternetAddress recipient = new InternetAddress(Letterhead.inAscii(to.address()), false);
        if (isCalledByName(to)) {
            recipient.setPersonal(to.name(), "UTF-8");
        }
        return recipient;
    }

    /**
     * Whether the name is said in the letter. Whoever signs up chooses a name and somebody else's address: a name that carries an
     * address of a page would make the house a messenger of advertisements.
     */
    private static boolean isCalledByName(Recipient to) {
        return !to.name().isEmpty()
                && to.name().length() <= 60
                && !NO_NAME.matcher(to.name()).find();
    }

    private String greeting(PostedLetter letter) {
        Language language = letter.to().language();
        return isCalledByName(letter.to())
                ? messages.text(language, "mail.greeting", letter.to().name())
                : messages.text(language, "mail.greeting.nameless");
    }

    private String html(PostedLetter letter) {
        Language language = letter.to().language();
        Context page = new Context(language.locale());
        page.setVariable("language", language.code());
        page.setVariable("house", house.name());
        page.setVariable("home", house.address("/"));
        page.setVariable("subject", letter.subject());
        page.setVariable("greeting", greeting(letter));
        page.setVariable("paragraphs", paragraphs(text(letter, "text")));
        page.setVariable("button", letter.button());
        page.setVariable("label", letter.button() == null ? null : text(letter, "button"));
        page.setVariable("why", text(letter, "why"));
        page.setVariable("sections", letter.sections());
        page.setVariable(
                "leave", letter.series() == null ? null : letter.series().leave());
        return templates.process("mail/letter", page);
    }

    private String plain(PostedLetter letter) {
        StringBuilder text = new StringBuilder(greeting(letter)).append("\n\n");
        paragraphs(text(letter, "text"))
                .forEach(paragraph -> text.append(paragraph).append("\n\n"));
        letter.sections().forEach(section -> write(section, text));
        if (letter.button() != null) {
            text.append(text(letter, "button"))
                    .append(":\n")
                    .append(letter.button())
                    .append("\n\n");
        }
        text.append("-- \n")
                .append(house.name())
                .append("\n")
                .append(text(letter, "why"))
                .append("\n");
        if (letter.series() != null) {
            text.append(messages.text(letter.to().language(), "mail.leave"))
                    .append(": ")
                    .append(letter.series().leave())
                    .append("\n");
        }
        return text.toString();
    }

    private static void write(LetterSection section, StringBuilder text) {
        if (section.title() != null) {
            text.append(section.title()).append("\n\n");
        }
        for (LetterSection.Item item : section.items()) {
            text.append("* ").append(item.title()).append("\n");
            if (item.text() != null) {
                item.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> text.append("  ").append(line).append("\n"));
            }
            text.append("  ").append(item.address()).append("\n\n");
        }
    }

    private String text(PostedLetter letter, String part) {
        return messages.text(
                letter.to().language(),
                letter.template() + "." + part,
                letter.arguments().toArray());
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Keeps the id that the letter got when it was posted; the library would make a new one for each attempt. */
    private static final class MessageWithFixedId extends MimeMessage {

        private final String id;

        MessageWithFixedId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
