package org.kvartal.forum.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.Base;
import org.kvartal.forum.Ballots.Choice;
import org.kvartal.forum.Ballots.NewBallot;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.Majority;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.kernel.Refused;

/** Opens a vote on phones, or writes down a show of hands. */
class BallotForm extends WordedSheet {

    private static final int MOST = 100_000;

    private final RoomTools tools;
    private final BallotId id = BallotId.next();
    private final ItemId item;
    private final TextArea question;
    private final Select<Majority> majority = new Select<>();
    private final Select<Voters> voters = new Select<>();
    private final Select<Base> base = new Select<>();
    private final Checkbox secret;
    private final Checkbox hands;
    private final IntegerField yes;
    private final IntegerField no;
    private final IntegerField abstained;
    private final int people;
    private final int associations;
    private @Nullable Counted seen;

    /** What was counted, and of whom. */
    private record Counted(Voters voters, int hands) {}

    /**
     * @param there who is there now
     * @param handsAlone whether hands are counted in any case: what was voted on paper, and what is internal
     */
    BallotForm(RoomTools tools, ItemId item, Attendance there, boolean handsAlone, Words words) {
        super(words, "ballot " + item, words.text("forum.room.vote-send"));
        this.tools = tools;
        this.item = item;
        people = there.people();
        associations = there.associations();
        question = field("question", new TextArea(words.text("forum.room.question")));
        question.setRequiredIndicatorVisible(true);
        question.setMinRows(1);
        majority.setLabel(words.text("forum.room.majority"));
        majority.setItems(Majority.values());
        majority.setItemLabelGenerator(one -> words.of("majority", one));
        majority.setValue(Majority.SIMPLE);
        voters.setLabel(words.text("forum.room.voters"));
        voters.setItems(Voters.values());
        voters.setItemLabelGenerator(one -> words.of("voters", one));
        voters.setValue(Voters.PEOPLE);
        base.setLabel(words.text("forum.room.base"));
        base.setItems(Base.values());
        base.setItemLabelGenerator(one -> words.of("base", one));
        base.setValue(Base.PRESENT);
        base.setVisible(false);
        majority.addValueChangeListener(
                chosen -> base.setVisible(chosen.getValue().countsAll()));
        secret = new Checkbox(words.text("forum.room.secret-choice"));
        hands = new Checkbox(words.text("forum.room.by-hands"));
        yes = field("yes", Fields.number(words.of("choice", Choice.YES), 0, 0, MOST, words));
        no = field("no", Fields.number(words.of("choice", Choice.NO), 0, 0, MOST, words));
        abstained = field("abstained", Fields.number(words.text("forum.room.abstained"), 0, 0, MOST, words));
        Div counts = Fields.beside(yes, no, abstained);
        counts.setVisible(handsAlone);
        hands.addValueChangeListener(typed -> {
            counts.setVisible(typed.getValue());
            secret.setVisible(!typed.getValue());
        });
        hands.setValue(handsAlone);
        hands.setVisible(!handsAlone);
        secret.setVisible(!handsAlone);
        hands.addValueChangeListener(typed -> name(typed.getValue()));
        name(handsAlone);
        fill(question, majority, voters, base, secret, hands, counts);
    }

    /**
     * More hands than anybody is written down for may be a slip, or people who were not written down: whoever counts is told once, and decides.
     *
     * @throws Refused the first time
     */
    private void requireSeen() {
        int most = voters.getValue() == Voters.PEOPLE ? people : associations;
        Counted now = new Counted(voters.getValue(), yes.getValue() + no.getValue() + abstained.getValue());
        if (now.hands() > most && !now.equals(seen)) {
            seen = now;
            act(words.text("forum.room.vote-hands-anyway"));
            throw Refused.because(
                    voters.getValue() == Voters.PEOPLE ? "forum.room.more-hands" : "forum.room.more-hands-associations",
                    now.hands(),
                    most);
        }
    }

    private void name(boolean counted) {
        act(words.text(counted ? "forum.room.vote-hands" : "forum.room.vote-send"));
    }

    @Override
    protected void send() {
        NewBallot wish = new NewBallot(
                id,
                item,
                question.getValue(),
                words.language(),
                majority.getValue(),
                voters.getValue(),
                base.getValue(),
                secret.getValue());
        if (hands.getValue()) {
            requireSeen();
            var _ = tools.ballots()
                    .hands(words.asker(), wish, new Tally(yes.getValue(), no.getValue(), abstained.getValue()));
        } else {
            tools.ballots().open(words.asker(), wish);
        }
    }
}
