package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.MembershipTopics;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The applications that the office answers, longest wait first; the address says which. What others do meanwhile is seen by itself. */
@Route(MembershipPages.APPLICATIONS)
@RolesAllowed({"OFFICER", "ADMINISTRATOR"})
@StyleSheet("context://membership/office.css")
class QueueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SHOW = "show";

    private final Admissions admissions;
    private final Permissions permissions;
    private final HouseNav lists;
    private final QueueLines lines;
    private final Words words;
    private final Paragraph count = new Paragraph();
    private final TakeNext takeNext;
    private final LongList list;

    QueueView(
            Admissions admissions,
            Permissions permissions,
            Rereading rereading,
            HouseNav lists,
            QueueLines lines,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.admissions = admissions;
        this.permissions = permissions;
        this.lists = lists;
        this.lines = lines;
        this.words = new Words(messages, wording, currentReader.get());
        this.list = new LongList(words);
        this.takeNext = new TakeNext(admissions, words);
        addClassName("view");
        count.addClassName("page-lead");
        takeNext.addThemeVariants(ButtonVariant.PRIMARY);
        rereading.watch(this).on(MembershipTopics.QUEUE, this::waiting, this::renew);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueueFilter filter = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .flatMap(code -> Stream.of(QueueFilter.values())
                        .filter(one -> Code.of(one).equals(code))
                        .findFirst())
                .orElse(QueueFilter.WAITING);
        boolean decides = permissions.has(words.asker(), MembershipRights.DECIDE_APPLICATIONS, Scope.PLATFORM);
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle());
        heading.add(count);
        if (decides) {
            heading.acts(takeNext);
        }
        say(admissions.waiting(words.asker()));
        add(heading, lists.on(MembershipPages.APPLICATIONS, words), filters(filter, decides), list);
        boolean any = list.open((key, limit) -> lines.read(filter, words, key, limit));
        list.setVisible(any);
        if (!any) {
            String key = "membership.app.queue." + Code.of(filter) + "-empty";
            add(new EmptyState(words.text(key), words.text(key + "-text")));
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("membership.app.applications.title");
    }

    /** How many wait; empty where the reader may no longer know. */
    private Optional<Long> waiting() {
        try {
            return Optional.of(admissions.waiting(words.asker()));
        } catch (Forbidden roleHasEnded) {
            return Optional.empty();
        }
    }

    /** An empty page is made anew: what is told to a hidden element waits for it on the server. */
    private void renew(Optional<Long> waiting) {
        if (waiting.isPresent() && list.isVisible()) {
            say(waiting.get());
            list.renew();
        } else {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        }
    }

    private void say(long waiting) {
        count.setText(words.text("membership.app.applications.waiting", waiting));
    }

    private Nav filters(QueueFilter chosen, boolean decides) {
        Nav chips = new Nav();
        chips.addClassNames("chips", "list-filters");
        chips.setAriaLabel(words.text("membership.app.queue.which"));
        for (QueueFilter filter : QueueFilter.values()) {
            if (filter == QueueFilter.MINE && !decides) {
                continue;
            }
            String path = ShellPages.path(MembershipPages.APPLICATIONS);
            Anchor chip = new Anchor(
                    filter == QueueFilter.WAITING ? path : path + "?" + SHOW + "=" + Code.of(filter),
                    words.of("app.queue", filter));
            chip.addClassName("chip");
            if (filter == chosen) {
                chip.getElement().setAttribute("aria-current", "page");
            }
            chips.add(chip);
        }
        return chips;
    }
}
