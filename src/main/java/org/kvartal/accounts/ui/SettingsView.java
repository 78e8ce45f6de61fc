package org.kvartal.accounts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.domain.Passwords;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignOuts;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.SettingsCard;
import org.kvartal.shell.SettingsPart;
import org.springframework.beans.factory.ObjectProvider;

/** One's own settings: what others see, the password, and where one is signed in. */
@Route(AccountsPages.SETTINGS_ROUTE)
@PermitAll
class SettingsView extends Div implements HasDynamicTitle {

    SettingsView(
            Profiles profiles,
            Passwords passwords,
            SignIns signIns,
            SignOuts signOuts,
            Messages messages,
            Wording wording,
            CurrentReader currentReader,
            AuthenticationContext authentication,
            ObjectProvider<SettingsCard> cards,
            Clock clock) {
        addClassName("view");
        Reader reader = currentReader.get();
        UUID here = authentication
                .getAuthenticatedUser(SignedIn.class)
                .map(SignedIn::id)
                .orElseThrow(Forbidden::new);
        Profiles.Profile profile = profiles.own(reader.asker());
        PlacesPart places = new PlacesPart(signIns, signOuts, wording, reader, here);
        add(new PageHeading(getPageTitle()), new ProfilePart(profiles, messages, reader, profile, clock.instant()));
        cards.stream().sorted(Comparator.comparingInt(SettingsCard::order)).forEach(card -> add(card.card(reader)));
        add(new PasswordPart(passwords, messages, reader, profile, here, places::refresh), places, ownData());
    }

    private SettingsPart ownData() {
        SettingsPart part = new SettingsPart("accounts.settings.own-data");
        part.show(new Anchor(AccountsPages.OWN_DATA, getTranslation("accounts.settings.own-data-open")));
        return part;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.settings.title");
    }
}
