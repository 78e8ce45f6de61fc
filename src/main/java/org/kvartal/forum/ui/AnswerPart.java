package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Answer;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.Invitations.AnswerLine;
import org.kvartal.forum.Invitations.Reply;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.forum.Way;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** Where the reader says whether they come: one press. */
class AnswerPart extends Section {

    private final Invitations invitations;
    private final SessionPage page;
    private final Words words;
    private final Runnable answered;
    private final Select<Way> way = new Select<>();
    private final Select<MemberCard> onBehalfOf = new Select<>();
    private final ErrorText error = new ErrorText();

    /** @param answered what happens then */
    AnswerPart(Invitations invitations, SessionPage page, List<MemberCard> speaksFor, Words words, Runnable answered) {
        this.invitations = invitations;
        this.page = page;
        this.words = words;
        this.answered = answered;
        addClassName("answer-part");
        @Nullable AnswerLine given = page.answer();
        H2 title = new H2(words.text(given == null ? "forum.app.answer" : "forum.app.answer.again"));
        Paragraph coming = new Paragraph(words.text("forum.app.coming-count", page.coming(), page.associations()));
        coming.addClassName("meta");
        way.setLabel(words.text("forum.app.field.way"));
        way.setItems(Way.values());
        way.setItemLabelGenerator(one -> words.of("way", one));
        way.setValue(given != null ? given.way() : page.card().place().isEmpty() ? Way.REMOTE : Way.ROOM);
        way.setVisible(page.card().remote() && !page.card().place().isEmpty());
        onBehalfOf.setLabel(words.text("forum.app.field.comes-for"));
        onBehalfOf.setEmptySelectionAllowed(true);
        onBehalfOf.setEmptySelectionCaption(words.text("forum.app.myself"));
        onBehalfOf.setItemLabelGenerator(
                card -> card == null ? words.text("forum.app.myself") : words.name(card.name()));
        onBehalfOf.setItems(speaksFor);
        onBehalfOf.setVisible(!speaksFor.isEmpty());
        chosen(given, speaksFor).ifPresent(onBehalfOf::setValue);
        Div choices = new Div(
                button(Answer.YES, Icon.CHECK), button(Answer.MAYBE, Icon.CLOCK), button(Answer.NO, Icon.CLOSE));
        choices.addClassName("answer-choices");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", title.getText());
        Div fields = new Div(way, onBehalfOf);
        fields.addClassName("pair");
        fields.setVisible(way.isVisible() || onBehalfOf.isVisible());
        add(title, fields, choices, error, coming);
    }

    private static Optional<MemberCard> chosen(@Nullable AnswerLine given, List<MemberCard> speaksFor) {
        MemberCard association = given == null ? null : given.onBehalfOf();
        return association == null
                ? Optional.empty()
                : speaksFor.stream()
                        .filter(one -> one.id().equals(association.id()))
                        .findFirst();
    }

    private Button button(Answer answer, Icon icon) {
        Button button = new Button(words.of("answer", answer), icon.create(), _ -> answer(answer));
        AnswerLine given = page.answer();
        boolean pressed = given != null && given.answer() == answer;
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        button.addClassNames("answer-choice", Code.of(answer));
        return button;
    }

    private void answer(Answer answer) {
        error.clear();
        MemberCard association = onBehalfOf.getValue();
        try {
            invitations.answer(
                    words.asker(),
                    page.card().id(),
                    new Reply(answer, way.getValue(), association == null ? null : association.id()));
        } catch (Refused refused) {
            error.say(words.refusal(refused));
            return;
        } catch (Forbidden mandateEnded) {
            error.say(words.text("forum.refused.mandate"));
            return;
        }
        Notices.done(words.of("answered", answer));
        answered.run();
    }
}
