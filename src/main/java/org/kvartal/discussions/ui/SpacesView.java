package org.kvartal.discussions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.SpaceChange;
import org.kvartal.discussions.DiscussionRights;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The spaces of the house: who reads them, what they are called, and their order. */
@Route(DiscussionsPages.ADMIN_SPACES)
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://threads/threads.css")
class SpacesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Threads threads;
    private final Conversations conversations;
    private final Permissions permissions;
    private final Messages messages;
    private final Reader reader;
    private final OrderedList list = new OrderedList();
    private final Div form = new Div();
    private final Button make = new Button();

    SpacesView(
            Threads threads,
            Conversations conversations,
            Permissions permissions,
            Messages messages,
            CurrentReader currentReader) {
        this.threads = threads;
        this.conversations = conversations;
        this.permissions = permissions;
        this.messages = messages;
        this.reader = currentReader.get();
        addClassNames("view", "narrow");
        list.addClassNames("rows", "spaces");
        make.setText(getTranslation("discussions.app.spaces.new"));
        make.setIcon(Icon.PLUS.create());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickListener(_ -> makeNew());
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.ADMIN, getTranslation("shell.admin"))
                        .lead(getTranslation("discussions.app.spaces.lead"))
                        .acts(make),
                form,
                list);
    }

    /** The role may have ended since the page's session began: the right is read afresh. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(reader.asker(), DiscussionRights.MANAGE_SPACES, Scope.PLATFORM);
        show(null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("discussions.app.spaces.title");
    }

    /** Shows the list as it is now; one of the spaces may be open to be changed. */
    private void show(@Nullable SpaceCard changing) {
        form.removeAll();
        make.setEnabled(true);
        list.removeAll();
        List<SpaceCard> spaces = threads.spaces(reader.asker());
        Map<SpaceId, Long> sizes = threads.sizes(reader.asker());
        for (int place = 1; place <= spaces.size(); place++) {
            SpaceCard space = spaces.get(place - 1);
            list.add(
                    changing != null && changing.id().equals(space.id())
                            ? change(space, place)
                            : row(space, sizes.getOrDefault(space.id(), 0L), place, spaces.size()));
        }
        if (spaces.isEmpty()) {
            form.add(new EmptyState(
                    getTranslation("discussions.app.spaces.empty"),
                    getTranslation("discussions.app.spaces.empty-text")));
        }
    }

    private SpaceRow row(SpaceCard space, long size, int place, int places) {
        return new SpaceRow(
                space, size, place, places, reader.language(), wanted -> move(space, wanted), () -> show(space));
    }

    private void makeNew() {
        show(null);
        form.removeAll();
        make.setEnabled(false);
        SpaceForm fields = SpaceForm.making(messages, reader, wish -> conversations.open(reader.asker(), wish));
        form.add(opened(fields));
        fields.focus();
    }

    private ListItem change(SpaceCard space, int place) {
        SpaceForm fields = SpaceForm.changing(
                messages,
                reader,
                space,
                (name, description, visibility) -> conversations.change(
                        reader.asker(),
                        new SpaceChange(space.id(), space.version(), name, description, visibility, place)));
        ListItem item = new ListItem(opened(fields));
        item.addClassName("row-form");
        fields.focus();
        return item;
    }

    private SpaceForm opened(SpaceForm fields) {
        fields.onSaved(() -> {
            show(null);
            Notices.done(getTranslation("discussions.app.spaces.saved"));
        });
        fields.onLeft(() -> show(null));
        return fields;
    }

    private void move(SpaceCard space, int place) {
        String name = space.name().in(reader.language());
        try {
            conversations.change(
                    reader.asker(),
                    new SpaceChange(
                            space.id(), space.version(), space.name(), space.description(), space.visibility(), place));
        } catch (Refused refused) {
            Notices.problem(messages.text(reader.language(), refused));
            show(null);
            return;
        }
        show(null);
        getUI().ifPresent(ui -> Notices.whisper(ui, getTranslation("discussions.app.spaces.moved", name, place)));
        list.getChildren().skip(place - 1L).findFirst().ifPresent(row -> ((SpaceRow) row).focusMoving());
    }
}
