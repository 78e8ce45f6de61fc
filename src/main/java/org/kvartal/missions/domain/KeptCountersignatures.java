package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.ClientWord;
import org.kvartal.missions.Countersignatures;
import org.kvartal.missions.GateCountersigned;
import org.kvartal.missions.GateId;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.domain.GateWords.Word;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clients say to decisions at gates, by a link, signed in, or as the office has it on paper. */
@Component
@Transactional
class KeptCountersignatures implements Countersignatures {

    private final ProjectBook book;
    private final GateDesk gates;
    private final GateWords words;
    private final GateLinks links;
    private final ProjectPapers papers;
    private final Parties parties;
    private final ProjectSight sight;
    private final People people;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final ApplicationEventPublisher facts;
    private final MissionClock clock;

    KeptCountersignatures(
            ProjectBook book,
            GateDesk gates,
            GateWords words,
            GateLinks links,
            ProjectPapers papers,
            Parties parties,
            ProjectSight sight,
            People people,
            MissionTrail trail,
            MissionTelling telling,
            ApplicationEventPublisher facts,
            MissionClock clock) {
        this.book = book;
        this.gates = gates;
        this.words = words;
        this.links = links;
        this.papers = papers;
        this.parties = parties;
        this.sight = sight;
        this.people = people;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void sign(Asker by, GateId gate) {
        Held held = hold(by, gate);
        signed(by, held, requireClient(by, held));
    }

    @Override
    public void refuse(Asker by, GateId gate, String why) {
        Held held = hold(by, gate);
        refused(by, held, requireClient(by, held), why);
    }

    @Override
    public void record(Asker by, GateId gate, String how, @Nullable FileId paper) {
        PersonId person = by.requirePerson();
        Held held = hold(by, gate);
        sight.requireCoordinator(by, held.project());
        if (sight.isConsultant(by, held.project()) || person.equals(held.word().askedBy())) {
            throw Refused.because("missions.refused.own-gate");
        }
        String said = Typed.requiredBlock("words", how, Typed.REASON_LENGTH);
        if (paper != null && !papers.has(held.project().id(), paper)) {
            throw Refused.at("paper", "missions.refused.paper");
        }
        words.say(held.word(), ClientWord.RECORDED, person, said, paper);
        trail.project(
                by,
                "missions.gate-recorded",
                held.project().id(),
                entry -> entry.with("stage", held.word().stage().value()).because(PlainText.block(said)));
        settled(by, held);
    }

    @Override
    public void ask(Asker by, GateId gate) {
        Held held = hold(by, gate);
        sight.requireKeeper(by, held.project());
        if (!held.word().awaited()) {
            throw Refused.because("missions.refused.state");
        }
        words.ask(by, held.project(), gate);
        trail.project(
                by,
                "missions.gate-put",
                held.project().id(),
                entry -> entry.with("stage", held.word().stage().value()));
        telling.changed(held.project().id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<GatePage> look(String token) {
        return links.look(token).map(gate -> {
            Word word = words.word(gate);
            return page(new Held(book.find(word.project().value()), word));
        });
    }

    @Override
    public Optional<GatePage> sign(String token) {
        return links.look(token).map(gate -> {
            Held held = lock(gate);
            if (held.word().awaited()) {
                signed(MissionTrail.HOUSE, held, null);
            }
            return page(lock(gate));
        });
    }

    @Override
    public Optional<GatePage> refuse(String token, String why) {
        return links.look(token).map(gate -> {
            refused(MissionTrail.HOUSE, lock(gate), null, why);
            return page(lock(gate));
        });
    }

    /** Those whom a reminder is due to. */
    @Transactional(readOnly = true)
    List<GateId> silent(int limit) {
        return words.silent(limit);
    }

    /** If nothing was said meanwhile. */
    void remind(GateId gate) {
        Held held = lock(gate);
        if (held.word().awaited() && held.word().remindedAt() == null) {
            words.remind(held.project(), held.word());
            telling.changed(held.project().id());
        }
    }

    /** A letter that asked last did not arrive; one of before says nothing. */
    void cameBack(GateId gate, String fact) {
        Held held = lock(gate);
        if (held.word().awaited() && fact.startsWith(GateLinks.fact(held.word()))) {
            words.cameBack(held.project(), held.word());
            telling.changed(held.project().id());
        }
    }

    private void signed(Asker by, Held held, @Nullable PersonId person) {
        words.say(held.word(), ClientWord.SIGNED, person, "", null);
        trail.project(
                by,
                "missions.gate-signed",
                held.project().id(),
                entry -> entry.with("stage", held.word().stage().value()));
        settled(by, held);
    }

    private void settled(Asker by, Held held) {
        Word word = held.word();
        facts.publishEvent(new GateCountersigned(word.gate(), word.project(), word.stage()));
        telling.saidAtGate(by, held.project(), word.gate());
        telling.changed(word.project());
    }

    private void refused(Asker by, Held held, @Nullable PersonId person, String why) {
        String said = Typed.requiredBlock("words", why, Typed.REASON_LENGTH);
        words.say(held.word(), ClientWord.REFUSED, person, said, null);
        trail.project(
                by,
                "missions.gate-refused",
                held.project().id(),
                entry -> entry.with("stage", held.word().stage().value()).because(PlainText.block(said)));
        gates.reopen(held.project(), held.word().stage());
        telling.saidAtGate(by, held.project(), held.word().gate());
    }

    /** A decision with its project, which is locked. */
    private record Held(MentorProject project, Word word) {}

    /** Read once more when its project is held: what somebody has said meanwhile is seen then. */
    private Held lock(GateId gate) {
        MentorProject project = book.lock(words.word(gate).project());
        return new Held(project, words.word(gate));
    }

    private Held hold(Asker by, GateId gate) {
        Held held = lock(gate);
        if (!sight.knows(by, held.project())) {
            throw new NotFound();
        }
        return held;
    }

    private PersonId requireClient(Asker by, Held held) {
        PersonId person = by.requirePerson();
        if (!parties.speaks(by, held.project().client())) {
            throw new Forbidden();
        }
        Word word = held.word();
        if (List.of(held.project().consultant(), word.askedBy(), word.decidedBy())
                .contains(person)) {
            throw Refused.because("missions.refused.own-word");
        }
        return person;
    }

    private GatePage page(Held held) {
        MentorProject project = held.project();
        Word word = held.word();
        Contact contact = project.contact();
        return new GatePage(
                project.code(),
                project.title(),
                word.title(),
                people.card(project.consultant()).map(PersonCard::name).orElse(""),
                people.card(word.decidedBy()).map(PersonCard::name).orElse(""),
                LocalDate.ofInstant(word.decidedAt(), clock.zone()),
                contact == null ? Language.EN : contact.language(),
                word.verdict(),
                word.note(),
                word.state(),
                word.words(),
                word.awaited());
    }
}
