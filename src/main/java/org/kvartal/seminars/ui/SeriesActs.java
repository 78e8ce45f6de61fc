package org.kvartal.seminars.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarRights;
import org.kvartal.seminars.Seminars.ProgrammeCard;
import org.kvartal.shell.LocalizedField;
import org.springframework.stereotype.Component;

/** The series of seminars: what each is about, its seminars by one press, and its name for whoever may change it. */
@Component
class SeriesActs {

    private final SeminarDesk desk;
    private final Permissions permissions;

    SeriesActs(SeminarDesk desk, Permissions permissions) {
        this.desk = desk;
        this.permissions = permissions;
    }

    /** @param card null for a new one */
    Ask form(@Nullable ProgrammeCard card, Words words) {
        ProgrammeId id = card == null ? ProgrammeId.next() : card.id();
        Ask ask = new Ask(words, "seminars.series" + (card == null ? "" : "." + id), "seminars.app.save");
        LocalizedField name = ask.text("name", 1, true, card == null ? null : card.name());
        LocalizedField about = ask.text("about", 3, false, card == null ? null : card.about());
        return ask.doing(() -> desk.keep(words.asker(), id, name.text(), about.textOrNull()));
    }

    Optional<Section> part(List<ProgrammeCard> all, ListFilter filter, Words words, Div place, Runnable again) {
        if (all.isEmpty() || filter.narrowed()) {
            return Optional.empty();
        }
        boolean may = permissions.has(words.asker(), SeminarRights.BEGIN, Scope.PLATFORM);
        UnorderedList rows = Pieces.rows();
        for (ProgrammeCard card : all) {
            Anchor open = new Anchor(SeminarPages.of(card.id()));
            open.add(words.shown(card.name()));
            Span about = card.about() == null ? new Span() : words.shown(card.about());
            Div end = null;
            if (may) {
                end = new Acts(words, place, again)
                        .seldom("change-series", () -> form(card, words))
                        .row(words.name(card.name()));
            }
            rows.add(Pieces.row(open, end, about));
        }
        return Optional.of(Pieces.part(words.text("seminars.app.series"), rows));
    }
}
