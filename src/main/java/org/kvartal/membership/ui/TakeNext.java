package org.kvartal.membership.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.Notices;
import org.kvartal.shell.Shortcut;

/** Takes the application that has waited longest, and opens it. */
class TakeNext extends Button {

    private final Admissions admissions;
    private final Words words;

    TakeNext(Admissions admissions, Words words) {
        this.admissions = admissions;
        this.words = words;
        setText(words.text("membership.app.take-next"));
        setDisableOnClick(true);
        addClickListener(_ -> take());
        new Shortcut("n", words.text("membership.app.take-next")).on(this);
    }

    private void take() {
        try {
            admissions
                    .takeNext(words.asker())
                    .ifPresentOrElse(
                            taken -> UI.getCurrent().navigate(MembershipPages.APPLICATIONS + "/" + taken.number()),
                            () -> Notices.tell(words.text("membership.app.take-none")));
        } finally {
            setEnabled(true);
        }
    }
}
