package org.kvartal.pages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kvartal.files.Files;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.NewsState;
import org.kvartal.pages.PagesPaths;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ReasonSheet;
import org.kvartal.shell.RelativeTime;

/** A piece of news as everybody reads it or will, and what can be done with it. */
@Route(PagesPaths.PIECE_ROUTE + "/:news")
@RolesAllowed({"OFFICER", "ADMINISTRATOR"})
@StyleSheet("context://pages/pages.css")
class NewsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final NewsDesk news;
    private final Files files;
    private final PageWords words;
    private final Div place = new Div();
    private NewsId id = NewsId.next();
    private String title = "";

    NewsView(NewsDesk news, Files files, Messages messages, Wording wording, CurrentReader currentReader) {
        this.news = news;
        this.files = files;
        this.words = new PageWords(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
    }

    static NewsId id(BeforeEnterEvent event) {
        try {
            return NewsId.of(event.getRouteParameters().get("news").orElse(""));
        } catch (IllegalArgumentException mangled) {
            throw new NotFound();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = id(event);
        show();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show() {
        NewsDraft now = news.look(words.asker(), id).orElseThrow(NotFound::new);
        NewsContent content = now.content();
        title = words.name(content.title());
        List<Component> facts = new ArrayList<>();
        facts.add(words.state(now.state()));
        if (content.day() != null) {
            facts.add(new Span(words.day(content.day())));
        }
        if (now.by() != null) {
            facts.add(new Span(now.by().name()));
        }
        facts.add(new RelativeTime(now.changed(), words.wording(), words.reader()));
        NewsContent.Picture picture = content.picture();
        String address = picture == null
                ? null
                : files.addresses(Set.of(picture.file()), words.asker()).get(picture.file());
        place.removeAll();
        removeAll();
        add(
                new PageHeading(title)
                        .in(content.title().shownIn(words.language()))
                        .below(PagesPaths.DESK, words.text("pages.desk.title"))
                        .facts(facts.toArray(Component[]::new))
                        .acts(acts(now)),
                place,
                AsRead.piece(content, address));
    }

    private Component[] acts(NewsDraft now) {
        List<Component> acts = new ArrayList<>();
        Anchor edit = new Anchor(PagesPaths.piece(id) + "/" + NewsEditView.EDIT);
        edit.add(Icon.EDIT.create(), new Span(words.text("pages.act.edit")));
        edit.addClassName("button");
        if (now.state() == NewsState.PUBLISHED) {
            Anchor look = new Anchor(
                    "/" + words.language().code() + PagesPaths.inPublic(now.number()), words.text("pages.desk.look"));
            look.setRouterIgnore(true);
            look.addClassName("button");
            Button withdraw = new Button(words.text("pages.act.withdraw"), _ -> withdraw(now));
            withdraw.addThemeVariants(ButtonVariant.TERTIARY);
            acts.addAll(List.of(edit, look, withdraw));
        } else {
            Button publish = new Button(words.text("pages.act.publish"), _ -> publish(now));
            publish.addThemeVariants(ButtonVariant.PRIMARY);
            publish.setDisableOnClick(true);
            acts.addAll(List.of(publish, edit));
        }
        return acts.toArray(Component[]::new);
    }

    /** What was published is what stands here: where somebody has changed it meanwhile, it is looked at first. */
    private void publish(NewsDraft seen) {
        try {
            news.publish(words.asker(), id, seen.version());
            Notices.done(words.text("pages.act.published"));
        } catch (Refused refused) {
            Notices.problem(words.refusal(refused));
        }
        show();
    }

    private void withdraw(NewsDraft seen) {
        new ReasonSheet(
                        words,
                        "withdraw",
                        words.text("pages.act.withdraw-about"),
                        words.text("pages.act.withdraw-yes"),
                        reason -> news.withdraw(words.asker(), id, seen.version(), reason))
                .openIn(place, "pages.act.withdrawn", this::show);
    }
}
