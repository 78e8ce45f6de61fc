package org.kvartal.accounts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import org.kvartal.accounts.domain.OwnData;
import org.kvartal.kernel.PersonalData.Sight;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.SettingsPart;

/** Who can see what of one's own data, and why; the people who keep the house by name. */
class SightsPart extends SettingsPart {

    SightsPart(OwnData data, Reader reader) {
        super("accounts.own-data.sights");
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        data.sights(reader.asker()).forEach(sight -> rows.add(row(sight)));
        show(rows);
        data.keepers(reader.asker(), reader.language()).forEach(keepers -> {
            H3 role = new H3(getTranslation(
                    "accounts.own-data.keepers." + keepers.role().name().toLowerCase(Locale.ROOT)));
            Div people = new Div();
            people.addClassName("meta");
            keepers.people()
                    .forEach(card ->
                            people.add(new PersonChip(card.id(), card.name(), card.picture(), card.language())));
            rows.getElement().getParent().appendChild(role.getElement(), people.getElement());
        });
    }

    private ListItem row(Sight sight) {
        Object[] arguments = sight.arguments().toArray();
        Div what = new Div(new Span(getTranslation(sight.what(), arguments)));
        what.addClassName("row-title");
        Paragraph who = new Paragraph(getTranslation(sight.who(), arguments));
        who.addClassName("row-text");
        Div why = new Div(new Span(getTranslation(sight.why(), arguments)));
        why.addClassNames("row-meta", "meta");
        ListItem row = new ListItem(what, who, why);
        row.addClassName("row");
        if (sight.path() != null) {
            Anchor change = new Anchor(sight.path(), getTranslation("accounts.own-data.look"));
            change.getElement()
                    .setAttribute(
                            "aria-label",
                            getTranslation("accounts.own-data.look-which", getTranslation(sight.what(), arguments)));
            Div end = new Div(change);
            end.addClassName("row-end");
            row.add(end);
        }
        return row;
    }
}
