package org.kvartal.advocacy.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches.Destination;
import org.kvartal.advocacy.domain.LetterDesk.Held;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Wording;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters that go to addressees by mail, each with a link that answers for that letter and for nothing else. */
@Component
class Postroom {

    /** Offices answer late, and may want to read again what they said. */
    private static final Duration LIFE = Duration.ofDays(730);

    private static final String RECOMMENDATION = "recommendation";

    private static final Pattern MAILED =
            Pattern.compile("advocacy\\." + RECOMMENDATION + ":([0-9a-f-]{36}):([0-9a-f-]{36})");

    private static final LinkPurpose PURPOSE = new LinkPurpose("advocacy.reply");

    private final Links links;
    private final Postbox postbox;
    private final Directory directory;
    private final Wording wording;
    private final House house;
    private final JdbcClient jdbc;

    Postroom(Links links, Postbox postbox, Directory directory, Wording wording, House house, JdbcClient jdbc) {
        this.links = links;
        this.postbox = postbox;
        this.directory = directory;
        this.wording = wording;
        this.house = house;
        this.jdbc = jdbc;
    }

    /** The address at which a letter can be answered, in full. */
    String link(Dispatch dispatch) {
        String token = links.issue(PURPOSE, dispatch.id().toString(), LIFE).value();
        return house.address(AdvocacyPages.reply(token, dispatch.language()));
    }

    Optional<DispatchId> look(String token) {
        return links.look(token, PURPOSE).map(LinkSubject::subject).map(DispatchId::of);
    }

    /** No link of that letter answers any more. */
    void revoke(DispatchId dispatch) {
        links.revoke(PURPOSE, dispatch.toString());
    }

    /** The recommendation itself. */
    void send(Held held) {
        Dispatch dispatch = held.dispatch();
        // The file is another one each time that it is signed: what came back may go again on the same day.
        String signed = Objects.requireNonNull(dispatch.letter(), "signed").toString();
        post(held, RECOMMENDATION, signed, day(dispatch.requireReplyBy(), dispatch));
    }

    void clarify(Held held, UUID clarification, String text) {
        post(held, "clarification", clarification.toString(), text);
    }

    void remind(Held held, LocalDate replyBy, String text) {
        post(held, "reminder", replyBy.toString(), text);
    }

    record Mailed(DispatchId dispatch, FileId letter) {}

    /** Which letter with a recommendation it was that was posted so; empty for what is none. */
    static Optional<Mailed> mailed(String factKey) {
        Matcher key = MAILED.matcher(factKey);
        return key.matches()
                ? Optional.of(new Mailed(DispatchId.of(key.group(1)), new FileId(UUID.fromString(key.group(2)))))
                : Optional.empty();
    }

    /** @param which tells the letters of one kind apart */
    private void post(Held held, String kind, String which, String last) {
        Dispatch dispatch = held.dispatch();
        Destination to = dispatch.to();
        Language language = dispatch.language();
        String name = name(dispatch, language);
        postbox.post(Letter.about(
                        "advocacy." + kind + ":" + dispatch.id() + ":" + which,
                        new Recipient(to.holder().isEmpty() ? name : to.holder(), to.email(), language),
                        "advocacy.letter." + kind,
                        house.name(),
                        held.code(),
                        held.recommendation().title().in(language),
                        name,
                        last)
                .withSecretButton(link(dispatch)));
    }

    /** How the office is called in a letter: the entry of the directory and its unit. */
    String name(Dispatch dispatch, Language language) {
        Destination to = dispatch.to();
        EntryId entry = dispatch.toEntry();
        EntryCard card = directory.cards(List.of(entry)).get(entry);
        String name = card == null ? "" : card.names().in(language);
        if (to.unit().isEmpty()) {
            return name.isEmpty() ? to.post() : name;
        }
        return name.isEmpty() ? to.unit() : name + ", " + to.unit();
    }

    /** Who holds the post now; empty where nobody is known. */
    String holder(Addressee to) {
        return jdbc.sql("SELECT name FROM addressee_holder WHERE addressee = :id AND until IS NULL")
                .param("id", to.id().value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    String day(LocalDate day, Dispatch dispatch) {
        return day(day, dispatch, dispatch.language());
    }

    /** A day of the addressee's calendar, for who reads another language than they. */
    String day(LocalDate day, Dispatch dispatch, Language language) {
        return wording.day(day, language);
    }
}
