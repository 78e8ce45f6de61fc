package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.ApplicationState;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Where an application stands, how long it has waited, and who has it; another officer can take it over. */
class StandingPart extends Div {

    /** @param again has the page read again */
    StandingPart(Admissions admissions, Dossier dossier, Turn turn, Words words, Runnable again) {
        QueueRow row = dossier.row();
        addClassName("application-standing");
        Div line = new Div(new StatusBadge(look(row.state()), words.of("state", row.state())));
        line.addClassName("line");
        add(line);
        PersonCard reviewer = row.reviewer();
        if (reviewer != null) {
            line.add(new PersonChip(reviewer.id(), reviewer.name(), reviewer.picture(), reviewer.language()));
        }
        boolean waits = row.state() == ApplicationState.SUBMITTED || row.state() == ApplicationState.IN_REVIEW;
        add(new Paragraph(
                words.text(waits ? "membership.app.waits" : "membership.app.waited", words.lasting(row.waited()))));
        if (row.appealed()) {
            add(new Paragraph(words.text("membership.app.appealed")));
        }
        boolean others = reviewer != null && !words.isMe(reviewer.id());
        if (turn == Turn.ANSWER && row.state() == ApplicationState.IN_REVIEW && others) {
            Button over = new Button(words.text("membership.app.take-over"), _ -> {
                try {
                    admissions.take(words.asker(), row.id(), row.version());
                } catch (Refused changed) {
                    Notices.problem(words.refusal(changed));
                }
                again.run();
            });
            over.addThemeVariants(ButtonVariant.TERTIARY);
            over.setDisableOnClick(true);
            add(over);
        }
    }

    private static Status look(ApplicationState state) {
        return switch (state) {
            case SUBMITTED, IN_REVIEW -> Status.WAITING;
            case APPROVED -> Status.DONE;
            case DECLINED -> Status.LATE;
            case DRAFT, MORE_INFO, WITHDRAWN, LAPSED -> Status.PLAIN;
        };
    }
}
