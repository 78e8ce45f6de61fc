package org.kvartal.missions.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.membership.Members;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;

/** What is agreed and between whom, to be written. */
class AgreementForm {

    private final Ask ask;
    private final LocalizedField title;
    private final Select<AgreementKind> kind;
    private final PartyFields parties;
    private final DayField starts;
    private final DayField ends;
    private LocalizedField summary;

    /** @param content null for a new one */
    @SuppressWarnings("NullAway.Init") // one is made where the form folds it
    AgreementForm(
            Words words,
            String form,
            String press,
            @Nullable AgreementContent content,
            Members members,
            Directory directory) {
        ask = new Ask(words, form, press);
        title = ask.text("title", "missions.deal.field.title", 1, true, content == null ? null : content.title());
        kind = ask.choice(
                "kind",
                "missions.deal.field.kind",
                List.of(AgreementKind.values()),
                one -> words.of("agreement-kind", one),
                content == null ? AgreementKind.MOU : content.kind());
        parties =
                ask.group(new PartyFields(content == null ? List.of() : content.parties(), members, directory, words));
        starts = ask.day("starts", "missions.deal.field.starts", content == null ? null : content.starts(), false);
        starts.setHelperText(words.text("missions.deal.field.starts-hint"));
        ends = ask.day("ends", "missions.deal.field.ends", content == null ? null : content.ends(), false);
        ends.setHelperText(words.text("missions.deal.field.ends-hint"));
        ask.folded(content != null && content.summary() != null, () -> {
            summary = ask.text(
                    "summary", "missions.deal.field.summary", 3, false, content == null ? null : content.summary());
            ask.note(words.text("missions.deal.field.summary-hint"));
        });
    }

    Ask ask() {
        return ask;
    }

    AgreementContent content() {
        return new AgreementContent(
                kind.getValue(),
                title.text(),
                summary.textOrNull(),
                parties.parties(),
                starts.getValue(),
                ends.getValue());
    }
}
