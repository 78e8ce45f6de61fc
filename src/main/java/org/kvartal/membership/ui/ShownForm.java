package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.Shown;
import org.kvartal.membership.Visible;

/** What others may see of a person. */
class ShownForm extends WordedSheet {

    private final Members members;
    private final MemberId person;
    private final Select<Visible> name;
    private final Select<Visible> city;
    private final Select<Visible> sectors;
    private final Select<Visible> about;
    private final Select<Visible> contact;

    ShownForm(Members members, MemberId person, Shown shown, Words words) {
        super(words, "shown", words.text("membership.app.save"));
        this.members = members;
        this.person = person;
        name = choice("name", shown.name());
        name.setHelperText(words.text("membership.app.shown.name-hint"));
        city = choice("city", shown.city());
        sectors = choice("sectors", shown.sectors());
        about = choice("about", shown.about());
        contact = choice("contact", shown.contact());
        fill(new Paragraph(words.text("membership.app.shown.text")), name, city, sectors, about, contact);
    }

    @Override
    protected void send() {
        members.show(
                words.asker(),
                person,
                new Shown(name.getValue(), city.getValue(), sectors.getValue(), about.getValue(), contact.getValue()));
    }

    private Select<Visible> choice(String what, Visible now) {
        Select<Visible> choice = field(what, new Select<>());
        choice.setLabel(words.text("membership.app.shown." + what));
        choice.setItems(Visible.values());
        choice.setItemLabelGenerator(visible -> words.of("visible", visible));
        choice.setValue(now);
        return choice;
    }
}
