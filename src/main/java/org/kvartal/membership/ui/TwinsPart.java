package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Div;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.Twin;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.ui.ApplicationPages.Read;
import org.kvartal.shell.Notices;

/** Members and other applications that an application may be a second time. Whoever decides can say of each that it is not. */
class TwinsPart extends Div {

    /** @param again has the page read again */
    TwinsPart(Admissions admissions, Read read, Words words, Runnable again) {
        addClassName("twins");
        Dossier dossier = read.dossier();
        for (Twin twin : dossier.twins()) {
            MemberCard member = twin.member();
            Runnable apart = () -> {
                admissions.ignoreDuplicate(words.asker(), dossier.row().id(), twin.id());
                Notices.done(words.text("membership.app.twin.done"));
                again.run();
            };
            add(new TwinCard(
                    dossier,
                    twin,
                    member == null ? null : read.twins().get(member.id()),
                    read.names(),
                    words,
                    read.decides() ? apart : null));
        }
    }
}
