package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Div;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.Twin;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.ui.ApplicationPages.Read;
import org.kvartal.shell.Notices;

/** Members and other applications that an application may be a second time. Whoever answers it can say of each that it is not. */
class TwinsPart extends Div {

    /** @param again has the page read again */
    TwinsPart(Admissions admissions, Read read, Words words, Runnable again) {
        addClassName("twins");
        Dossier dossier = read.dossier();
        for (Twin twin : dossier.twins()) {
            MemberCard member = twin.member();
            Runnable apart = () -> {
                try {
                    admissions.ignoreDuplicate(words.asker(), dossier.row().id(), twin.id());
                    Notices.done(words.text("membership.app.twin.done"));
                } catch (Refused changed) {
                    Notices.problem(words.refusal(changed));
                } catch (Forbidden others) {
                    Notices.problem(words.text("membership.app.not-yours"));
                }
                again.run();
            };
            add(new TwinCard(
                    dossier,
                    twin,
                    member == null ? null : read.twins().get(member.id()),
                    read.names(),
                    words,
                    read.turn().decides() ? apart : null));
        }
    }
}
