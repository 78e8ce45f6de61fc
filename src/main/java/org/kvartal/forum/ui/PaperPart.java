package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import java.io.IOException;
import java.io.InputStream;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ItemId;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;

/** The papers of an item: what is there, and where more is added. */
class PaperPart extends Div {

    private final Agenda agenda;
    private final ItemId item;
    private final Words words;
    private final UnorderedList list = new UnorderedList();
    private final Button choose = new Button();

    /** @param left what happens when somebody is done */
    PaperPart(Agenda agenda, ItemId item, Words words, Runnable left) {
        this.agenda = agenda;
        this.item = item;
        this.words = words;
        addClassNames("sheet", "paper-part");
        choose.setText(words.text("forum.app.papers.choose"));
        choose.setIcon(Icon.FILE.create());
        Paragraph hint = new Paragraph(words.text("forum.app.papers.hint"));
        hint.addClassName("settings-hint");
        list.addClassName("rows");
        Button done = new Button(words.text("forum.app.done"), _ -> left.run());
        Div acts = new Div(done);
        acts.addClassName("form-acts");
        add(list, new FileDrop(choose, this::take), hint, acts);
        show();
    }

    void focus() {
        choose.focus();
    }

    private void show() {
        ItemLine line = agenda.find(words.asker(), item).orElseThrow(NotFound::new);
        list.removeAll();
        line.papers().forEach(paper -> list.add(row(paper)));
        if (getChildren().noneMatch(H3.class::isInstance)) {
            addComponentAsFirst(new H3(words.text("forum.app.papers-of", words.name(line.title()))));
        }
    }

    private ListItem row(StoredFile paper) {
        Button away = new Button(words.text("forum.app.papers.remove"), _ -> {
            agenda.detach(words.asker(), item, paper.id());
            show();
            choose.focus();
        });
        away.setAriaLabel(words.text("forum.app.papers.remove-one", paper.name()));
        away.addThemeVariants(ButtonVariant.TERTIARY);
        Div end = new Div(away);
        end.addClassName("row-end");
        ListItem row = new ListItem(ItemCard.paper(paper, words), end);
        row.addClassNames("row", "paper-row");
        return row;
    }

    private Command take(String name, InputStream content) throws IOException {
        agenda.attach(words.asker(), item, name, content);
        return this::show;
    }
}
