package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.EvidenceKind;
import org.kvartal.advocacy.Recommendations.EvidenceLine;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.alliance.Directory;
import org.kvartal.discussions.Threads;
import org.kvartal.shell.FileDrop;
import org.springframework.stereotype.Component;

/** What shows that the problem is there; whoever writes the recommendation takes it away again while its text is open. */
@Component
class EvidencePart {

    private final RecommendationDesk desk;
    private final Threads threads;
    private final Directory directory;

    EvidencePart(RecommendationDesk desk, Threads threads, Directory directory) {
        this.desk = desk;
        this.threads = threads;
        this.directory = directory;
    }

    /** Empty where there is none and the reader can't bring any. */
    Optional<Section> of(RecommendationPage page, Words words, Div place, Runnable again) {
        boolean open = page.mayWrite() && page.card().state().open();
        if (!open && page.evidence().isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("evidence");
        for (EvidenceLine line : page.evidence()) {
            ListItem item = new ListItem(piece(line, words));
            if (open) {
                Button remove = new Button(
                        words.text("advocacy.app.remove-evidence"),
                        _ -> sure(page, line, words).open(place, again));
                remove.setAriaLabel(words.text("advocacy.app.remove-evidence-which", line.title()));
                remove.addThemeVariants(ButtonVariant.TERTIARY);
                item.add(remove);
            }
            list.add(item);
        }
        Section part = Pieces.part(words.text("advocacy.evidence"), list);
        if (open) {
            part.add(new Acts(words, place, again)
                    .also("cite", () -> cite(page, words))
                    .also(upload(page, words, again))
                    .row());
        }
        return Optional.of(part);
    }

    private Ask cite(RecommendationPage page, Words words) {
        Ask ask = new Ask(words, "advocacy.cite." + page.card().code(), "advocacy.app.cite")
                .note(words.text("advocacy.app.cite-text"));
        TextField address = ask.line("evidence", "advocacy.app.field.evidence", "", true);
        return ask.doing(() -> desk.cite(
                words.asker(),
                page.card().id(),
                new CitedAddress(threads, directory).read(words.asker(), address.getValue())));
    }

    private FileDrop upload(RecommendationPage page, Words words, Runnable again) {
        return new FileDrop(new Button(words.text("advocacy.app.attach")), (name, content) -> {
            var _ = desk.attach(words.asker(), page.card().id(), name, content);
            return again::run;
        });
    }

    private static HtmlContainer piece(EvidenceLine line, Words words) {
        String path = line.path();
        HtmlContainer what = new Span(line.title());
        if (path != null) {
            boolean inHouse = path.startsWith("/app") || path.startsWith("/files");
            Anchor link = new Anchor(inHouse ? path : "/" + words.language().code() + path, line.title());
            link.setRouterIgnore(!path.startsWith("/app"));
            what = link;
        }
        what.getElement().setAttribute("lang", line.language().code());
        return what;
    }

    private Ask sure(RecommendationPage page, EvidenceLine line, Words words) {
        boolean file = line.evidence().kind() == EvidenceKind.FILE;
        return new Ask(words, "advocacy.remove-evidence." + page.card().code(), "advocacy.app.remove-evidence")
                .note(words.text(
                        file ? "advocacy.app.remove-evidence-file" : "advocacy.app.remove-evidence-text", line.title()))
                .harmful()
                .doing(() -> desk.withdraw(words.asker(), page.card().id(), line.evidence()));
    }
}
