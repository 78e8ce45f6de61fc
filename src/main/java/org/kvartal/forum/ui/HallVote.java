package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.RoomFeed.Mine;
import org.kvartal.forum.RoomFeed.RoomPage;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;

/** The vote that is open, or what the last one on the item came to. */
class HallVote extends Section {

    private final RoomTools tools;
    private final Words words;
    private final Runnable again;
    private final ErrorText error = new ErrorText();
    private final Span cast = new Span();
    private @Nullable BallotId called;
    private final Drawn drawn = new Drawn();

    HallVote(RoomTools tools, Words words, Runnable again) {
        this.tools = tools;
        this.words = words;
        this.again = again;
        addClassName("hall-vote");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(RoomPage page, boolean runs) {
        BallotLine ballot = page.ballot();
        setVisible(runs && ballot != null);
        if (ballot == null) {
            return;
        }
        cast.setText(words.text("forum.room.votes-cast", ballot.cast()));
        Mine mine = page.mine();
        boolean anew = drawn.anew(
                ballot.id(),
                ballot.result(),
                mine.there(),
                mine.onBehalfOf(),
                mine.voted(),
                mine.choice(),
                mine.byOther(),
                mine.mayVote());
        if (!anew) {
            return;
        }
        removeAll();
        if (page.mine().there() && ballot.result() == null && !ballot.id().equals(called)) {
            // Whoever reads further down should not miss it.
            called = ballot.id();
            scrollIntoView();
        }
        add(new H2(words.text("forum.room.vote")), VoteWords.question(ballot));
        if (ballot.result() != null) {
            add(VoteWords.result(ballot.result(), words));
            return;
        }
        Paragraph rules = new Paragraph(VoteWords.rules(ballot, words));
        rules.addClassName("meta");
        add(rules);
        boolean associations = ballot.voters() == Voters.ASSOCIATIONS;
        if (!mine.there()) {
            add(new Paragraph(words.text("forum.refused.not-there")));
        } else if (!mine.mayVote()) {
            add(new Paragraph(words.text(associations ? "forum.room.associations-vote" : "forum.room.partners-vote")));
        } else if (mine.byOther()) {
            add(new Paragraph(words.text("forum.refused.association-voted")));
        } else if (ballot.secret() && mine.voted()) {
            add(new Paragraph(words.text("forum.room.voted-secret")));
        } else {
            add(choices(ballot, mine));
        }
        add(error, cast);
    }

    private Div choices(BallotLine ballot, Mine mine) {
        Div choices = new Div();
        choices.addClassName("vote-choices");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", ballot.question());
        boolean open = ballot.state() == State.OPEN;
        for (Choice choice : Choice.values()) {
            Button button = new Button(words.of("choice", choice), _ -> vote(ballot, mine, choice));
            button.addClassName("vote-choice");
            button.setEnabled(open);
            button.getElement().setAttribute("aria-pressed", String.valueOf(choice == mine.choice()));
            choices.add(button);
        }
        return choices;
    }

    private void vote(BallotLine ballot, Mine mine, Choice choice) {
        error.clear();
        try {
            tools.ballots()
                    .vote(
                            words.asker(),
                            ballot.id(),
                            ballot.voters() == Voters.ASSOCIATIONS ? mine.onBehalfOf() : null,
                            choice);
            Notices.done(words.text("forum.room.voted"));
        } catch (Refused refused) {
            error.say(words.refusal(refused));
        } catch (Forbidden mandateEnded) {
            error.say(words.text("forum.refused.mandate"));
        }
        again.run();
    }
}
