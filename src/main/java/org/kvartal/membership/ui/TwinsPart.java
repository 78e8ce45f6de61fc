package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Objects;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.Twin;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.Particulars;
import org.kvartal.shell.Notices;

/** Members and other applications that an application may be a second time. Whoever decides can say of each that it is not. */
class TwinsPart extends Div {

    /** @param again has the page read again */
    TwinsPart(
            Admissions admissions,
            Members members,
            Lists lists,
            Dossier dossier,
            boolean decides,
            Words words,
            Runnable again) {
        addClassName("twins");
        Map<MemberId, Particulars> particulars = members.particulars(dossier.twins().stream()
                .map(Twin::member)
                .filter(Objects::nonNull)
                .map(MemberCard::id)
                .toList());
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
                    member == null ? null : particulars.get(member.id()),
                    lists,
                    words,
                    decides ? apart : null));
        }
    }
}
