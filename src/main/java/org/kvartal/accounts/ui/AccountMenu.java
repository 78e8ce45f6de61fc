package org.kvartal.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.dom.Element;
import java.util.Optional;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.Face;
import org.kvartal.shell.HeaderPart;
import org.kvartal.shell.Icon;
import org.kvartal.shell.MenuSheet;
import org.kvartal.shell.OfferedLanguages;

/** Oneself, at the right of the head: settings, language, the way out. */
@org.springframework.stereotype.Component
class AccountMenu implements HeaderPart {

    private static final int LAST = 1000;

    private final People people;
    private final Profiles profiles;
    private final Messages messages;

    AccountMenu(People people, Profiles profiles, Messages messages) {
        this.people = people;
        this.profiles = profiles;
        this.messages = messages;
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public Optional<Component> part(Reader reader) {
        return reader.asker().person().flatMap(people::card).map(card -> part(card, reader));
    }

    private Component part(PersonCard card, Reader reader) {
        NativeButton open = new NativeButton();
        open.addClassNames("button", "plain", "account");
        open.setAriaLabel(text(reader, "accounts.menu"));
        open.add(new Face(card.id(), card.name(), card.picture(), Face.Size.SMALL));
        MenuSheet.hang(open, text(reader, "accounts.menu"), PopoverPosition.BOTTOM_END, () -> menu(card, reader));
        Div part = new Div(open);
        part.addClassName("account-part");
        return part;
    }

    private Div menu(PersonCard card, Reader reader) {
        Span name = new Span(card.name());
        name.addClassName("person-name");
        name.getElement().setAttribute("lang", card.language().code());
        Div head = new Div(name);
        head.addClassName("menu-head");

        Anchor settings = new Anchor(
                AccountsPages.SETTINGS, Icon.SETTINGS.create(), new Span(text(reader, "accounts.settings.title")));

        Div menu = new Div(head, settings);
        menu.addClassName("menu");
        for (Language language : OfferedLanguages.all()) {
            menu.add(choice(language, reader));
        }
        menu.getElement().appendChild(signOut(reader));
        return menu;
    }

    private NativeButton choice(Language language, Reader reader) {
        boolean chosen = language == reader.language();
        Span words = new Span(language.ownName());
        words.getElement().setAttribute("lang", language.code());
        NativeButton choice = new NativeButton();
        choice.add((chosen ? Icon.CHECK : Icon.GLOBE).create(), words);
        if (chosen) {
            choice.getElement().setAttribute("aria-current", "true");
        }
        choice.addClickListener(_ -> {
            profiles.readIn(reader.asker(), language);
            UI.getCurrent().getPage().reload();
        });
        return choice;
    }

    /** A plain form: the cookie is taken back by an answer of its own, which a click inside the workspace can't give. */
    private Element signOut(Reader reader) {
        NativeButton button = new NativeButton();
        button.addClassName("menu-item");
        button.add(Icon.SIGN_OUT.create(), new Span(text(reader, "accounts.sign-out")));
        button.getElement().setAttribute("type", "submit");
        Element form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute(
                "action",
                AccountsPages.SIGN_OUT + "?language=" + reader.language().code());
        form.appendChild(button.getElement());
        return form;
    }

    private String text(Reader reader, String key) {
        return messages.text(reader.language(), key);
    }
}
