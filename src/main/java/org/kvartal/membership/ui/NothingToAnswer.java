package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Why an application can't be answered now, and what can be done instead. */
class NothingToAnswer extends Div {

    /** @param act what the reader can do, null where there is nothing */
    NothingToAnswer(Dossier dossier, Turn turn, Words words, @Nullable Button act) {
        addClassName("answer-instead");
        ApplicationState state = dossier.row().state();
        Span sentence = new Span(words.text(key(turn, state), dossier.form().applicant(), association(dossier, words)));
        Div says = new Div(sentence);
        says.addClassName("answer-says");
        if (turn == Turn.OVER) {
            says.addComponentAsFirst(badge(state, words));
        }
        Div acts = acts();
        MemberCard member = dossier.member();
        if (member != null) {
            Anchor page = new Anchor(MembershipPages.member(member.number()), words.text("membership.app.to-member"));
            page.addClassName("button");
            acts.add(page);
        }
        if (act != null) {
            act.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(act);
        }
        add(says, acts);
    }

    /** Whom the applicant wants to represent; empty where they want something else. */
    static String association(Dossier dossier, Words words) {
        MemberCard association = dossier.association();
        return association == null ? "" : words.name(association.name());
    }

    static Div acts(Component... buttons) {
        Div acts = new Div(buttons);
        acts.addClassName("answer-acts");
        return acts;
    }

    private static String key(Turn turn, ApplicationState state) {
        return switch (turn) {
            case OWN -> "membership.app.turn.own";
            case OFFICE -> "membership.app.turn.office";
            case ASSOCIATION -> "membership.app.turn.association";
            case APPLICANT -> "membership.app.turn.applicant";
            case TAKE -> "membership.app.turn.take";
            case ANSWER, OVER ->
                state == ApplicationState.APPROVED ? "membership.app.turn.approved" : "membership.app.turn.over";
        };
    }

    private static StatusBadge badge(ApplicationState state, Words words) {
        Status look = switch (state) {
            case APPROVED -> Status.DONE;
            case DECLINED -> Status.LATE;
            case DRAFT, SUBMITTED, IN_REVIEW, MORE_INFO, WITHDRAWN, LAPSED -> Status.PLAIN;
        };
        return new StatusBadge(look, words.of("state", state));
    }
}
