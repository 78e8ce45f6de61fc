package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Objects;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.Twin;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.Particulars;
import org.kvartal.shell.Notices;

/** Members and other applications that an application may be a second time. Whoever answers it can say of each that it is not. */
class TwinsPart extends Div {

    /**
     * @param decides whether the answer falls to the reader
     * @param again has the page read again
     */
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
                    member == null ? null : particulars.get(member.id()),
                    lists,
                    words,
                    decides ? apart : null));
        }
    }
}
