package org.kvartal.membership.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberChange;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.Registration;
import org.kvartal.shell.LocalizedField;

/** What stands about a member, to be changed. */
class MemberForm extends WordedSheet {

    private final Members members;
    private final MemberProfile profile;
    private final boolean organisation;
    private final LocalizedField name;
    private final LocalizedField about;
    private final TextField ownName;
    private final CityField city;
    private final SectorsField sectors;
    private final TextField website;
    private final TextField contact;
    private final IntegerField founded;
    private final IntegerField size;
    private final TextField registrationScheme;
    private final TextField registrationNumber;

    MemberForm(Members members, MemberProfile profile, Lists lists, Words words) {
        super(words, "member", words.text("membership.app.save"));
        this.members = members;
        this.profile = profile;
        this.organisation = profile.card().kind().organisation();
        addClassName("long");
        name = field(LocalizedField.line(
                        "name",
                        words.text(organisation ? "membership.join.field.name" : "membership.app.member.name"),
                        words.language()))
                .required()
                .show(profile.card().name());
        about = field(LocalizedField.block("about", words.text("membership.app.member.about"), 3, words.language()))
                .hint(words.text("membership.app.member.about-hint"))
                .show(profile.about())
                .following(name);
        ownName = text("ownName", "own-name", profile.ownName());
        ownName.setHelperText(words.text("membership.join.field.own-name-hint"));
        city = field("city", new CityField(words, lists, profile.card().city(), profile.cityText()));
        sectors = field("sectors", new SectorsField(words, lists, profile.card().sectors()));
        website = text("website", "website", profile.website());
        contact = field("contact", new TextField(words.text("membership.app.member.contact")));
        contact.setValue(profile.contact());
        contact.setHelperText(words.text("membership.app.member.contact-hint"));
        founded = number("founded", profile.founded());
        size = number("size", profile.size());
        Registration registration = profile.registration();
        registrationScheme =
                text("registrationScheme", "registration-scheme", registration == null ? "" : registration.scheme());
        registrationScheme.setHelperText(words.text("membership.join.field.registration-scheme-hint"));
        registrationNumber =
                text("registrationNumber", "registration-number", registration == null ? "" : registration.number());
        if (organisation) {
            fill(
                    name,
                    about,
                    sectors,
                    city,
                    website,
                    more(pair(founded, size), pair(registrationScheme, registrationNumber)));
        } else {
            fill(name, about, sectors, city, website, contact, more());
        }
    }

    @Override
    protected boolean refuse(String field, String why) {
        if (field.equals("place")) {
            city.setErrorMessage(why);
            city.setInvalid(true);
            return true;
        }
        return false;
    }

    @Override
    public void focus() {
        name.focus();
    }

    @Override
    protected void send() {
        members.change(
                words.asker(),
                new MemberChange(
                        profile.card().id(),
                        profile.version(),
                        name.text(),
                        ownName.getValue(),
                        city.code(),
                        city.typed(),
                        sectors.codes(),
                        website.getValue(),
                        about.textOrNull(),
                        contact.getValue(),
                        registrationScheme.getValue(),
                        registrationNumber.getValue(),
                        founded.getValue(),
                        size.getValue()));
    }

    /** What most leave out. */
    private Details more(Div... rows) {
        Div body = new Div(ownName);
        body.addClassName("stack");
        body.add(rows);
        Details more = new Details(words.text("membership.join.more"), body);
        more.setOpened(!ownName.isEmpty() || (organisation && !(founded.isEmpty() && size.isEmpty())));
        return more;
    }

    private static Div pair(com.vaadin.flow.component.Component one, com.vaadin.flow.component.Component other) {
        Div pair = new Div(one, other);
        pair.addClassName("pair");
        return pair;
    }

    private TextField text(String name, String key, String value) {
        TextField field = field(name, new TextField(words.text("membership.join.field." + key)));
        field.setValue(value);
        return field;
    }

    private IntegerField number(String name, @Nullable Integer value) {
        IntegerField field = field(name, new IntegerField(words.text("membership.join.field." + name)));
        field.setHelperText(words.text("membership.join.field." + name + "-hint"));
        field.setI18n(
                new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(words.text("membership.refused.number")));
        field.setValue(value);
        return field;
    }
}
