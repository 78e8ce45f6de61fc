package org.kvartal.shell.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NoRoom;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Outage;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Notices;
import org.kvartal.shell.ShellPages;
import org.kvartal.site.SitePages;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/** What every page of the workspace gets when it begins: the reader's language, Flow's own words in it, and calm words for errors. */
@Component
class WorkspaceStart implements VaadinServiceInitListener {

    private static final int RECONNECT_MILLISECONDS = 2_000;
    private static final int RECONNECT_ATTEMPTS = 10_000;

    private final CurrentReader currentReader;
    private final Messages messages;
    private final Incidents incidents;
    private final House house;

    WorkspaceStart(CurrentReader currentReader, Messages messages, Incidents incidents, House house) {
        this.currentReader = currentReader;
        this.messages = messages;
        this.incidents = incidents;
        this.house = house;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(this::systemMessages);
        event.getSource().addUIInitListener(begun -> begin(begun.getUI()));
        event.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(this::failed));
        event.addIndexHtmlRequestListener(page -> {
            // Whoever signs out and goes back is led to the sign-in page, not shown what the browser has kept.
            page.getVaadinResponse().setHeader("Cache-Control", "no-store");
            dress(page.getDocument(), reading());
        });
    }

    private void dress(Document page, Language language) {
        page.child(0).attr("lang", language.code());
        Element base = Objects.requireNonNull(page.head().selectFirst("base"));
        // A relative one changes with the address as one walks on, and links lead to other places then.
        base.attr("href", ShellPages.HOME + "/");
        // Flow puts the style sheets of views before those of the house, where they could refine nothing; these go
        // first.
        page.head().select("link[data-id^=appShell-]").reversed().forEach(base::after);
        if (house.accent() != null) {
            page.head()
                    .appendElement("link")
                    .attr("rel", "stylesheet")
                    .attr("href", SitePages.STYLE + "?v=" + house.version());
        }
        String mark = house.mark();
        if (mark != null) {
            page.head().select("link[rel=icon]").attr("href", mark).removeAttr("type");
        }
        if (language != Language.EN) {
            page.head()
                    .appendElement("link")
                    .attr("rel", "preload")
                    .attr("as", "font")
                    .attr("type", "font/woff2")
                    .attr("crossorigin", "anonymous")
                    .attr("href", "/look/fonts/sofia-sans-cyrillic.woff2");
        }
    }

    private void begin(UI ui) {
        ui.addBeforeEnterListener(entering -> {
            if (!house.uses(entering.getNavigationTarget())) {
                entering.rerouteToError(new NotInUse(), "");
            }
        });
        Language language = reading();
        ui.setLocale(language.locale());
        ReconnectDialogConfiguration lost = ui.getReconnectDialogConfiguration();
        lost.setDialogText(messages.text(language, "shell.connection.lost"));
        lost.setDialogTextGaveUp(messages.text(language, "shell.connection.gave-up"));
        lost.setReconnectInterval(RECONNECT_MILLISECONDS);
        lost.setReconnectAttempts(RECONNECT_ATTEMPTS);
    }

    /** A session that is over reloads the page at the same address without a question; whoever is still signed in reads on. */
    private SystemMessages systemMessages(SystemMessagesInfo info) {
        Locale locale = info.getLocale();
        Language language = locale == null ? reading() : Language.of(locale);
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(false);
        words.setInternalErrorCaption(messages.text(language, "shell.error.title"));
        words.setInternalErrorMessage(messages.text(language, "shell.error.reload"));
        words.setCookiesDisabledNotificationEnabled(true);
        words.setCookiesDisabledCaption(messages.text(language, "shell.cookies.title"));
        words.setCookiesDisabledMessage(messages.text(language, "shell.cookies.text"));
        words.setSyncErrorNotificationEnabled(false);
        return words;
    }

    /** An error in a click or in a push: the page stays, with everything that was typed. */
    void failed(ErrorEvent event) {
        Throwable trouble = event.getThrowable();
        if (trouble instanceof UIDetachedException || DisconnectedClientHelper.isClientDisconnectedException(trouble)) {
            return;
        }
        UI ui = UI.getCurrent();
        Language language = ui == null ? Language.EN : Language.of(ui.getLocale());
        String words = words(trouble, language);
        if (words == null) {
            words = messages.text(language, "shell.error.toast", incidents.record(trouble));
        }
        if (ui != null) {
            Notices.problem(words);
        }
    }

    private @Nullable String words(Throwable trouble, Language language) {
        return switch (trouble) {
            case Refused refused -> messages.text(language, refused);
            case Forbidden _ -> messages.text(language, "shell.forbidden.toast");
            case NotFound _ -> messages.text(language, "shell.gone.toast");
            default ->
                NoRoom.behind(trouble)
                        ? messages.text(language, "shell.no-room")
                        : Outage.behind(trouble) ? messages.text(language, "shell.paused") : null;
        };
    }

    private Language reading() {
        return currentReader.get().language();
    }
}
