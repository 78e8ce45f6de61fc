package org.kvartal.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.administration.domain.HouseSettings;
import org.kvartal.administration.domain.LetterSettings;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.mail.CaughtLetters;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.springframework.beans.factory.ObjectProvider;

/** What the house is and does, section by section, each saved by itself. */
@Route(AdministrationPages.SETTINGS_ROUTE)
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://administration/administration.css")
class HouseSettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SettingsDesk desk;
    private final LetterSettings letters;
    private final KeptLetters kept;
    private final Clock clock;
    private final Div parts = new Div();

    HouseSettingsView(
            HouseSettings settings,
            LetterSettings letters,
            ObjectProvider<CaughtLetters> caught,
            House house,
            Messages messages,
            Clock clock,
            CurrentReader currentReader) {
        this.desk = new SettingsDesk(settings, house, messages, currentReader.get(), this::showAfter);
        this.letters = letters;
        this.kept = new KeptLetters(caught, currentReader.get());
        this.clock = clock;
        addClassName("view");
        parts.addClassName("settings");
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.ADMIN, getTranslation("shell.admin"))
                        .lead(getTranslation("administration.settings.lead")),
                parts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
        SavedSection.takenAt(clock.instant()).ifPresent(this::lead);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("administration.settings.title");
    }

    private void showAfter(SectionPart saved) {
        if (saved.isOfTheFrame()) {
            // The frame around the page shows it, and is made with a page alone.
            SavedSection.keep(saved, clock.instant());
            UI.getCurrent().getPage().reload();
        } else {
            show();
            lead(saved.getClass());
        }
    }

    private void lead(Class<? extends SectionPart> saved) {
        Notices.done(getTranslation("administration.settings.saved"));
        parts.getChildren()
                .filter(saved::isInstance)
                .map(SectionPart.class::cast)
                .findFirst()
                .ifPresent(SectionPart::enter);
    }

    private void show() {
        parts.removeAll();
        parts.add(
                new NamePart(desk),
                new LookPart(desk),
                new PlacePart(desk, clock.instant()),
                new AddressPart(desk),
                new LettersPart(desk, letters, kept),
                new ModulesPart(desk));
    }
}
