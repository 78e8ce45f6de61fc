package org.kvartal.missions.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FilePages;
import org.kvartal.files.StoredFile;
import org.kvartal.missions.ClientWord;
import org.kvartal.missions.Projects.GateLine;
import org.kvartal.missions.Projects.WordLine;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** A decision at a gate: who asked, what was decided, and what the client says to it. */
class GatePart extends Div {

    private final Words words;

    GatePart(GateLine gate, Words words) {
        this.words = words;
        addClassName("gate");
        PersonCard askedBy = gate.askedBy();
        add(meta(
                new Span(words.text("missions.project.gate-asked", askedBy == null ? "" : askedBy.name())),
                new Span(words.moment(gate.askedAt()))));
        prose(gate.asked());
        if (gate.verdict() != null && gate.decidedAt() != null) {
            PersonCard decidedBy = gate.decidedBy();
            Status status = switch (gate.verdict()) {
                case GO -> Status.DONE;
                case REWORK -> Status.WAITING;
                case STOP -> Status.LATE;
            };
            add(meta(
                    new StatusBadge(status, words.of("verdict", gate.verdict())),
                    new Span(decidedBy == null ? "" : decidedBy.name()),
                    new Span(words.moment(gate.decidedAt()))));
            prose(gate.decided());
        }
        WordLine word = gate.word();
        if (word != null) {
            said(word);
        }
    }

    private void said(WordLine word) {
        Div line = meta(new StatusBadge(status(word.state()), words.of("client-word", word.state())));
        PersonCard by = word.by();
        if (by != null) {
            line.add(new Span(by.name()));
        }
        if (word.saidAt() != null) {
            line.add(new Span(words.moment(word.saidAt())));
        } else if (word.state() == ClientWord.AWAITED) {
            line.add(new Span(
                    word.askedAt() == null
                            ? words.text("missions.project.word-unasked")
                            : words.text("missions.project.word-asked", words.moment(word.askedAt()))));
        }
        StoredFile paper = word.paper();
        if (paper != null) {
            Anchor link = new Anchor(FilePages.file(paper.id()), paper.name());
            link.setRouterIgnore(true);
            line.add(link);
        }
        add(line);
        prose(word.words());
    }

    private static Status status(ClientWord state) {
        return switch (state) {
            case AWAITED -> Status.WAITING;
            case SIGNED, RECORDED -> Status.DONE;
            case REFUSED -> Status.LATE;
            case WITHDRAWN -> Status.PLAIN;
        };
    }

    private void prose(String text) {
        if (!text.isEmpty()) {
            add(Pieces.prose(text, words.language()));
        }
    }

    private static Div meta(Span... facts) {
        Div line = new Div(facts);
        line.addClassName("meta");
        return line;
    }
}
