package org.kvartal.forum.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ItemId;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;

/** The papers of an item: what is there, and where more is added. */
class PaperPart extends Div {

    /** What is read of a file that was refused, so that the browser hears why instead of losing the connection. */
    private static final long DRAINED = 64L * 1024 * 1024;

    private final Agenda agenda;
    private final ItemId item;
    private final Words words;
    private final UnorderedList list = new UnorderedList();
    private final ErrorText error = new ErrorText();
    private final Button choose = new Button();
    private final Upload upload;

    /** @param left what happens when somebody is done */
    PaperPart(Agenda agenda, ItemId item, Words words, Runnable left) {
        this.agenda = agenda;
        this.item = item;
        this.words = words;
        addClassNames("sheet", "paper-part");
        choose.setText(words.text("forum.app.papers.choose"));
        choose.setIcon(Icon.FILE.create());
        // Receiving takes a while: it happens in the request of the upload, not in the page's turn.
        upload = new Upload((UploadHandler) this::receive);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(words.text("forum.app.papers.drop")));
        upload.setI18n(UploadWords.of(words));
        upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
        Paragraph hint = new Paragraph(words.text("forum.app.papers.hint"));
        hint.addClassName("settings-hint");
        list.addClassName("rows");
        Button done = new Button(words.text("forum.app.done"), _ -> left.run());
        Div acts = new Div(done);
        acts.addClassName("form-acts");
        add(list, upload, error, hint, acts);
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

    private void receive(UploadEvent event) throws IOException {
        try (InputStream content = event.getInputStream()) {
            inTurn(event.getUI(), error::clear);
            try {
                agenda.attach(words.asker(), item, event.getFileName(), content);
                inTurn(event.getUI(), () -> {
                    upload.clearFileList();
                    show();
                });
            } catch (Refused refused) {
                drain(content);
                inTurn(event.getUI(), () -> say(words.refusal(refused)));
            } catch (Forbidden | NotFound withdrawn) {
                drain(content);
                inTurn(event.getUI(), () -> say(words.text("shell.forbidden.toast")));
            }
        }
    }

    private void say(String why) {
        upload.clearFileList();
        error.say(why);
    }

    private static void inTurn(UI ui, Command act) {
        try {
            var _ = ui.access(act);
        } catch (UIDetachedException left) {
            // The page was closed meanwhile: what was attached stands.
        }
    }

    private static void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[16 << 10];
        long drained = 0;
        for (int read = content.read(buffer); read >= 0 && drained < DRAINED; read = content.read(buffer)) {
            drained += read;
        }
    }
}
