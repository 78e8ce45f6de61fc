package org.kvartal.missions.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Wording;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.missions.LogId;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectLog.LogContent;
import org.springframework.stereotype.Component;

/** Letters to clients, each with a link that confirms one row of the log and nothing else. */
@Component
class ClientLinks {

    /** Longer than silence takes, so that whoever comes late sees what was confirmed. */
    private static final Duration LIFE = Duration.ofDays(90);

    private static final LinkPurpose PURPOSE = new LinkPurpose("missions.log");

    private final Links links;
    private final Postbox postbox;
    private final People people;
    private final Wording wording;
    private final House house;

    ClientLinks(Links links, Postbox postbox, People people, Wording wording, House house) {
        this.links = links;
        this.postbox = postbox;
        this.people = people;
        this.wording = wording;
        this.house = house;
    }

    Optional<LogId> look(String token) {
        return links.look(token, PURPOSE).map(LinkSubject::subject).map(LogId::of);
    }

    /** No link of that row confirms anything any more. */
    void revoke(LogId row) {
        links.revoke(PURPOSE, row.toString());
    }

    /** @param until the day on which silence confirms it */
    void ask(MentorProject project, LogRow row, Contact to, LocalDate until) {
        String token = links.issue(PURPOSE, row.id().toString(), LIFE).value();
        LogContent content = row.content();
        Language language = to.language();
        String author = people.card(row.author())
                .or(() -> people.card(project.consultant()))
                .map(PersonCard::name)
                .orElse("");
        postbox.post(Letter.about(
                        fact(row),
                        new Recipient(to.name(), to.email(), language),
                        "missions.letter.log",
                        house.name(),
                        project.code(),
                        project.title().in(language),
                        author,
                        day(content.heldOn(), language),
                        content.minutes(),
                        content.topics(),
                        day(until, language))
                .withSecretButton(house.address(MissionPages.log(token, language))));
    }

    /** By what the letter is known that asked last. */
    static String fact(LogRow row) {
        return "missions.log:" + row.id() + ":" + row.askedAt();
    }

    private String day(LocalDate day, Language language) {
        return wording.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
    }
}
