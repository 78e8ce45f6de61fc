package org.kvartal.missions.domain;

import java.time.Duration;
import java.util.Optional;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.missions.GateId;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.domain.GateWords.Word;
import org.springframework.stereotype.Component;

/** Letters to clients, each with a link that countersigns one decision at a gate and nothing else. */
@Component
class GateLinks {

    /** No silence ends the question, so it stays open for long. */
    private static final Duration LIFE = Duration.ofDays(180);

    private static final LinkPurpose PURPOSE = new LinkPurpose("missions.gate");

    private final Links links;
    private final Postbox postbox;
    private final People people;
    private final Messages messages;
    private final House house;

    GateLinks(Links links, Postbox postbox, People people, Messages messages, House house) {
        this.links = links;
        this.postbox = postbox;
        this.people = people;
        this.messages = messages;
        this.house = house;
    }

    Optional<GateId> look(String token) {
        return links.look(token, PURPOSE).map(LinkSubject::subject).map(GateId::of);
    }

    /** No link of that decision says anything any more. */
    void revoke(GateId gate) {
        links.revoke(PURPOSE, gate.toString());
    }

    void ask(MentorProject project, Word word, Contact to) {
        post(project, word, to, fact(word), "missions.letter.gate");
    }

    /** The link of the first letter works as well as the new one. */
    void remind(MentorProject project, Word word, Contact to) {
        post(project, word, to, fact(word) + ":again", "missions.letter.gate-again");
    }

    private void post(MentorProject project, Word word, Contact to, String fact, String template) {
        Language language = to.language();
        String token = links.issue(PURPOSE, word.gate().toString(), LIFE).value();
        postbox.post(Letter.about(
                        fact,
                        new Recipient(to.name(), to.email(), language),
                        template,
                        house.name(),
                        project.code(),
                        project.title().in(language),
                        word.title().in(language),
                        people.card(word.decidedBy()).map(PersonCard::name).orElse(""),
                        messages.text(language, "missions.verdict-said." + Code.of(word.verdict())),
                        word.note())
                .withSecretButton(house.address(MissionPages.gate(token, language))));
    }

    /** By what the letters are known that asked last. */
    static String fact(Word word) {
        return "missions.gate:" + word.gate() + ":" + word.askedAt();
    }
}
