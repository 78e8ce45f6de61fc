package org.kvartal.accounts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.OwnCopies;
import org.kvartal.accounts.domain.OwnData;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.PageHeading;

/** One's own data: who can see what and why, a copy of everything, and the end of the account. */
@Route(AccountsPages.OWN_DATA_ROUTE)
@PermitAll
class OwnDataView extends Div implements HasDynamicTitle {

    OwnDataView(
            OwnData data,
            OwnCopies copies,
            Erasures erasures,
            Profiles profiles,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        addClassName("view");
        Reader reader = currentReader.get();
        add(
                new PageHeading(getPageTitle())
                        .below(AccountsPages.SETTINGS, getTranslation("accounts.settings.title"))
                        .lead(getTranslation("accounts.own-data.lead")),
                new SightsPart(data, reader),
                new CopyPart(copies, messages, wording, reader),
                new ErasePart(data, erasures, messages, reader, profiles.own(reader.asker())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.own-data.title");
    }
}
