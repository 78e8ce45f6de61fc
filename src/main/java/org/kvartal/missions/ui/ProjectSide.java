package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.files.FilePages;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.Projects.FollowUpLine;
import org.kvartal.missions.Projects.PaperLine;
import org.kvartal.missions.Projects.ProjectLine;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.shell.FileDrop;
import org.springframework.stereotype.Component;

/** What stands beside the diary of a project: its people, its papers, its thread, and what was found when it was looked at again. */
@Component
class ProjectSide {

    private final ProjectDesk desk;
    private final Threads threads;

    ProjectSide(ProjectDesk desk, Threads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    void into(Div side, ProjectPage page, Supplier<Acts> acts, Runnable again) {
        Acts possible = acts.get();
        Words words = possible.words();
        side.add(people(page, words, acts), papers(page, words, acts, again));
        thread(side, page, words, acts);
        if (!page.followUps().isEmpty()) {
            side.add(looks(page, words, acts));
        }
    }

    private Section people(ProjectPage page, Words words, Supplier<Acts> acts) {
        ProjectLine line = page.line();
        Div people = new Div();
        people.addClassName("project-people");
        person(people, "missions.project.consultant", line.consultant(), words);
        person(people, "missions.project.coordinator", page.coordinator(), words);
        Div client = new Div(ProjectPieces.label(words.text("missions.project.client")), words.shown(line.client()));
        people.add(client);
        Contact contact = page.contact();
        if (contact != null) {
            client.add(new Span(contact.name()), new Anchor("mailto:" + contact.email(), contact.email()));
        } else if (page.mayKeep()) {
            Span nobody = new Span(words.text("missions.project.no-contact"));
            nobody.addClassName("hint");
            client.add(nobody);
        }
        Section part = Pieces.part(words.text("missions.project.people"), people);
        if (page.mayKeep() && !line.state().over()) {
            part.add(acts.get().also("project-reach", () -> reach(page, words)).row());
        }
        return part;
    }

    private static void person(Div people, String part, @Nullable PersonCard who, Words words) {
        if (who != null) {
            people.add(new Div(ProjectPieces.label(words.text(part)), ProjectPieces.chip(who)));
        }
    }

    private Ask reach(ProjectPage page, Words words) {
        ProjectLine line = page.line();
        Ask ask = Ask.titled(words, "missions.reach." + line.code(), "missions.app.project-reach");
        ProjectForm.ContactFields fields = new ProjectForm.ContactFields(ask, words, page.contact());
        return ask.doing(() -> desk.reach(words.asker(), line.id(), line.version(), fields.contact()));
    }

    private Section papers(ProjectPage page, Words words, Supplier<Acts> acts, Runnable again) {
        UnorderedList list = new UnorderedList();
        list.addClassName("papers");
        page.papers().forEach(paper -> list.add(paper(page, paper, words, acts)));
        Section part = Pieces.part(words.text("missions.project.papers"), list);
        if (page.papers().isEmpty()) {
            part.add(new Paragraph(words.text("missions.project.no-papers")));
        }
        if (page.mayKeep()) {
            part.add(acts.get()
                    .also(new FileDrop(new Button(words.text("missions.app.project-attach")), (name, content) -> {
                        var _ = desk.attach(words.asker(), page.line().id(), "", name, content);
                        return again::run;
                    }))
                    .row());
        }
        return part;
    }

    private ListItem paper(ProjectPage page, PaperLine paper, Words words, Supplier<Acts> acts) {
        Anchor link = new Anchor(
                FilePages.file(paper.file().id()),
                paper.about().isEmpty() ? paper.file().name() : paper.about());
        link.setRouterIgnore(true);
        Div facts = new Div(new Span(words.moment(paper.at())));
        if (paper.by() != null) {
            facts.add(new Span(paper.by().name()));
        }
        facts.addClassName("meta");
        ListItem item = new ListItem(link, facts);
        if (page.mayKeep()) {
            Div remove = acts.get()
                    .also(
                            "project-remove",
                            () -> new Ask(
                                            words,
                                            "missions.paper." + paper.file().id(),
                                            "missions.app.project-remove")
                                    .note(words.text(
                                            "missions.app.project-remove-text",
                                            paper.file().name()))
                                    .harmful()
                                    .doing(() -> desk.remove(
                                            words.asker(),
                                            page.line().id(),
                                            paper.file().id())))
                    .row();
            remove.getChildren()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .forEach(button -> {
                        button.addThemeVariants(ButtonVariant.TERTIARY);
                        button.setAriaLabel(words.text(
                                "missions.project.remove-which", paper.file().name()));
                    });
            item.add(remove);
        }
        return item;
    }

    private void thread(Div side, ProjectPage page, Words words, Supplier<Acts> acts) {
        Long number = page.thread();
        if (number != null) {
            Anchor link = new Anchor(DiscussionsPages.inWorkspace(number), words.text("missions.project.thread-open"));
            side.add(Pieces.part(words.text("missions.project.thread"), link));
        } else if (page.mayKeep()) {
            List<SpaceCard> spaces = threads.spaces(words.asker()).stream()
                    .filter(SpaceCard::mayPost)
                    .toList();
            if (!spaces.isEmpty()) {
                side.add(Pieces.part(
                        words.text("missions.project.thread"),
                        new Paragraph(words.text("missions.project.no-thread")),
                        acts.get()
                                .also("project-talk", () -> talk(page, spaces, words))
                                .row()));
            }
        }
    }

    private Ask talk(ProjectPage page, List<SpaceCard> spaces, Words words) {
        ProjectLine line = page.line();
        Ask ask = new Ask(words, "missions.talk." + line.code(), "missions.app.project-talk")
                .note(words.text("missions.app.project-talk-text"));
        Select<SpaceCard> space = ask.choice(
                "space", "missions.project.field.space", spaces, one -> words.name(one.name()), spaces.getFirst());
        TextField title = ask.line("title", "missions.project.field.thread-title", words.name(line.title()), true);
        TextArea text = ask.block("text", "missions.project.field.thread-text", "", true);
        return ask.doing(() -> {
            var _ = desk.talk(
                    words.asker(),
                    line.id(),
                    space.getValue().id(),
                    title.getValue(),
                    text.getValue(),
                    words.language());
        });
    }

    private Section looks(ProjectPage page, Words words, Supplier<Acts> acts) {
        UnorderedList list = new UnorderedList();
        list.addClassName("papers");
        for (FollowUpLine look : page.followUps()) {
            Div facts = new Div(new Span(words.day(look.due())));
            facts.addClassName("meta");
            ListItem item = new ListItem(new Span(words.text("missions.project.look-after", look.day())), facts);
            if (!look.words().isEmpty()) {
                item.add(Pieces.prose(look.words(), words.language()));
            } else if (page.mayKeep()) {
                item.add(acts.get()
                        .also("project-settle", () -> settle(look, words))
                        .row());
            }
            list.add(item);
        }
        return Pieces.part(words.text("missions.project.looks"), list);
    }

    private Ask settle(FollowUpLine look, Words words) {
        Ask ask = new Ask(words, "missions.look." + look.id(), "missions.app.save")
                .note(words.text("missions.project.look-after", look.day()));
        TextArea found = ask.block("words", "missions.project.field.found", "", true);
        return ask.doing(() -> desk.settle(words.asker(), look.id(), found.getValue()));
    }
}
