package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryDesk.EntryForm;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.shell.Notices;

/** What only those settle who keep the whole directory: at which address an entry stands, and for which member. */
class OfficePart extends Section {

    private final EntryDeskParts parts;
    private final DeskWords words;
    private final EntryId id;

    /**
     * @param moved gets the new address
     * @param again shows the page as it is now
     */
    OfficePart(
            EntryDeskParts parts, DeskWords words, EntryForm form, SerializableConsumer<String> moved, Runnable again) {
        this.parts = parts;
        this.words = words;
        this.id = form.card().id();
        addClassName("settings-part");
        H2 title = new H2(words.text("alliance.form.part.office"));
        title.setId("entry-part-office");
        Div side = new Div(title, new Paragraph(words.text("alliance.form.part.office-about")));
        side.addClassName("settings-about");
        Div body = new Div();
        body.addClassNames("settings-body", "entry-part");
        if (form.card().state() != EditorialState.REJECTED) {
            body.add(address(form, moved));
        }
        body.add(member(form, again));
        getElement().setAttribute("aria-labelledby", "entry-part-office");
        add(side, body);
    }

    private Div address(EntryForm form, SerializableConsumer<String> moved) {
        TextField slug = FormPart.line(words.text("alliance.office.address"));
        slug.setHelperText(words.text("alliance.office.address-hint"));
        slug.setValue(form.card().slug());
        Button move = new Button(words.text("alliance.office.move"), _ -> {
            String wanted = slug.getValue().strip();
            try {
                parts.entries().readdress(words.asker(), id, wanted);
                Notices.done(words.text("alliance.office.moved"));
                moved.accept(wanted);
            } catch (Refused refused) {
                FormPart.refuseAt(slug, words.text(refused));
            }
        });
        return line(slug, move);
    }

    private Div member(EntryForm form, Runnable again) {
        ComboBox<MemberCard> member = new ComboBox<>(words.text("alliance.office.member"));
        member.setHelperText(words.text("alliance.office.member-hint"));
        member.setItemLabelGenerator(card -> card.name().in(words.language()));
        member.setClearButtonVisible(true);
        FetchCallback<MemberCard, String> named = query -> {
            List<MemberCard> cards = parts.members()
                    .search(
                            words.asker(),
                            new MemberSearch(query.getFilter().orElse(""), null, null, MemberKind.ORGANISATIONS),
                            words.language(),
                            null,
                            query.getLimit())
                    .members();
            return query.getOffset() > 0 ? Stream.empty() : cards.stream();
        };
        member.setItems(named);
        if (form.member() != null) {
            parts.members().find(form.member()).ifPresent(member::setValue);
        }
        FormPart.mending(member);
        Button link = new Button(words.text("alliance.office.link"), _ -> {
            try {
                MemberCard chosen = member.getValue();
                parts.entries().link(words.asker(), id, chosen == null ? null : chosen.id());
                Notices.done(words.text("alliance.office.linked"));
                again.run();
            } catch (Refused refused) {
                FormPart.refuseAt(member, words.text(refused));
            }
        });
        return line(member, link);
    }

    private static Div line(Component field, Button act) {
        Div line = new Div(field, act);
        line.addClassName("office-line");
        return line;
    }
}
