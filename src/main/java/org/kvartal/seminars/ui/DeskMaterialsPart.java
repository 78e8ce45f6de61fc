package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.kvartal.seminars.MaterialAudience;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials.MaterialLine;
import org.kvartal.seminars.Materials.NewMaterial;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;

/** What is given to those who take part, and for whom each is. */
class DeskMaterialsPart extends Div {

    private final DeskTools tools;
    private final SeminarPage page;
    private final Words words;
    private final Div place;
    private final Runnable again;

    DeskMaterialsPart(DeskTools tools, SeminarPage page, Words words, Div place, Runnable again) {
        this.tools = tools;
        this.page = page;
        this.words = words;
        this.place = place;
        this.again = again;
        if (page.may().keep()) {
            Acts acts =
                    new Acts(words, place, again).also("add-file", this::file).also("add-link", this::link);
            Div head = new Div(acts.row(words.text("seminars.desk.materials")));
            head.addClassName("part-head");
            add(head);
        }
        if (page.materials().isEmpty()) {
            add(Pieces.quiet(words.text("seminars.app.no-materials")));
            return;
        }
        UnorderedList rows = Pieces.rows();
        page.materials().forEach(line -> rows.add(MaterialsPart.row(line, tools.materials(), words, acts(line))));
        add(rows);
    }

    private Component acts(MaterialLine line) {
        if (!page.may().keep()) {
            return new Div();
        }
        Acts acts = new Acts(words, place, again).seldom("audience", () -> audience(line));
        if (line.file() != null) {
            acts.seldom("renew", () -> renew(line));
        }
        return acts.seldom("remove", () -> remove(line)).row(line.title());
    }

    private Select<MaterialAudience> audience(Ask ask, MaterialAudience now) {
        return ask.choice(
                "audience",
                ask.label("audience"),
                List.of(MaterialAudience.values()),
                one -> words.of("audience", one),
                now);
    }

    private Ask link() {
        Ask ask = new Ask(words, "seminars.link." + page.card().slug(), "seminars.app.add");
        TextField title = ask.line("title", "", true);
        TextField link = ask.line("link", "", true);
        Select<MaterialAudience> audience = audience(ask, MaterialAudience.PARTICIPANTS);
        MaterialId id = MaterialId.next();
        return ask.doing(() -> tools.materials()
                .point(
                        words.asker(),
                        page.card().id(),
                        new NewMaterial(id, title.getValue(), audience.getValue()),
                        link.getValue()));
    }

    /** The file is read as it comes; what is said of it beside it is said before. */
    private Ask file() {
        Ask ask = new Ask(words, "seminars.file." + page.card().slug(), "seminars.app.close-form")
                .note(words.text("seminars.app.file-text"));
        TextField title = ask.line("title", "", false);
        title.setHelperText(words.text("seminars.hint.file-title"));
        Select<MaterialAudience> audience = audience(ask, MaterialAudience.PARTICIPANTS);
        // The file comes outside the page's turn: what stands in the fields is handed over as it changes.
        AtomicReference<String> called = new AtomicReference<>("");
        AtomicReference<MaterialAudience> whose = new AtomicReference<>(MaterialAudience.PARTICIPANTS);
        title.addValueChangeListener(change -> called.set(change.getValue()));
        audience.addValueChangeListener(change -> whose.set(change.getValue()));
        Button choose = new Button(words.text("seminars.app.choose-file"), Icon.FILE.create());
        ask.with(new FileDrop(choose, (name, content) -> {
            String typed = called.get();
            tools.materials()
                    .add(
                            words.asker(),
                            page.card().id(),
                            new NewMaterial(MaterialId.next(), typed.isBlank() ? name : typed, whose.get()),
                            name,
                            content);
            return this::taken;
        }));
        return ask;
    }

    private void taken() {
        place.removeAll();
        again.run();
    }

    private Ask renew(MaterialLine line) {
        Button choose = new Button(words.text("seminars.app.choose-file"), Icon.FILE.create());
        return new Ask(words, "seminars.renew." + line.id(), "seminars.app.close-form")
                .note(words.text("seminars.app.renew-text", line.title()))
                .with(new FileDrop(choose, (name, content) -> {
                    tools.materials().renew(words.asker(), line.id(), name, content);
                    return this::taken;
                }));
    }

    private Ask audience(MaterialLine line) {
        Ask ask = new Ask(words, "seminars.audience." + line.id(), "seminars.app.save").note(line.title());
        Select<MaterialAudience> audience = audience(ask, line.audience());
        return ask.doing(() -> tools.materials().show(words.asker(), line.id(), audience.getValue()));
    }

    private Ask remove(MaterialLine line) {
        return new Ask(words, "seminars.remove." + line.id(), "seminars.app.remove-now")
                .note(words.text("seminars.app.remove-text", line.title()))
                .harmful()
                .doing(() -> tools.materials().remove(words.asker(), line.id()));
    }
}
