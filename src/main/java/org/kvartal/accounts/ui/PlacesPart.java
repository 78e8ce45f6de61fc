package org.kvartal.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignOuts;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.SettingsPart;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Where one is signed in, this device marked; one or all others can be signed out. */
class PlacesPart extends SettingsPart {

    private final SignIns signIns;
    private final SignOuts signOuts;
    private final Wording wording;
    private final Reader reader;
    private final UUID here;

    PlacesPart(SignIns signIns, SignOuts signOuts, Wording wording, Reader reader, UUID here) {
        super("accounts.settings.places");
        this.signIns = signIns;
        this.signOuts = signOuts;
        this.wording = wording;
        this.reader = reader;
        this.here = here;
        refresh();
    }

    /** Reads the list again. */
    void refresh() {
        List<SignIns.Place> places = signIns.places(reader.asker());
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        places.forEach(place -> list.add(row(place)));
        if (places.size() < 2) {
            show(list);
            return;
        }
        Button others = new Button(getTranslation("accounts.settings.places-end-others"), _ -> {
            signOuts.endOthers(reader.asker(), here);
            refresh();
            Notices.done(getTranslation("accounts.settings.places-ended"));
        });
        others.addThemeVariants(ButtonVariant.ERROR);
        Div acts = new Div(others);
        acts.addClassName("form-acts");
        show(list, acts);
    }

    private ListItem row(SignIns.Place place) {
        String browser = name(place);
        Span title = new Span(Icon.DEVICE.create(), new Span(browser));
        title.addClassNames("row-title", "line");
        Div meta = new Div(new RelativeTime(place.seenAt(), wording, reader));
        if (!place.network().isEmpty()) {
            meta.add(new Span(getTranslation("accounts.settings.place-network", place.network())));
        }
        meta.addClassNames("row-meta", "meta");
        ListItem row = new ListItem(title, meta);
        row.addClassName("row");
        Div end = new Div();
        end.addClassName("row-end");
        if (place.id().equals(here)) {
            end.add(new StatusBadge(Status.DONE, getTranslation("accounts.settings.place-here")));
        } else {
            Button button = new Button(getTranslation("accounts.settings.place-end"), _ -> end(place));
            button.setAriaLabel(getTranslation("accounts.settings.place-end-which", browser));
            button.addThemeVariants(ButtonVariant.TERTIARY);
            end.add(button);
        }
        row.add(end);
        return row;
    }

    private void end(SignIns.Place place) {
        try {
            signOuts.end(reader.asker(), place.id());
        } catch (NotFound endedMeanwhile) {
            // What was wanted has happened.
        }
        refresh();
        Notices.done(getTranslation("accounts.settings.place-ended"));
    }

    private String name(SignIns.Place place) {
        if (place.browser().isEmpty()) {
            return place.system().isEmpty() ? getTranslation("accounts.settings.place-unknown") : place.system();
        }
        return place.system().isEmpty()
                ? place.browser()
                : getTranslation("accounts.settings.place", place.browser(), place.system());
    }
}
