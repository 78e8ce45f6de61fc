package org.kvartal.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.ImportsPages;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** How far an import has come, said in sentences, and what can be done with it now. */
class Standing extends Section {

    private final Desk desk;
    private final ImportKind kind;
    private final ImportId id;
    private final Paragraph progress = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private @Nullable ImportState shown;

    Standing(Desk desk, ImportKind kind, ImportId id) {
        this.desk = desk;
        this.kind = kind;
        this.id = id;
        addClassName("import-standing");
        progress.setId("import-progress");
        bar.getElement().setAttribute("aria-labelledby", "import-progress");
    }

    boolean isAtWork() {
        return shown != null && shown.atWork();
    }

    void show(ImportCard card) {
        boolean goesOn = card.state().atWork() && card.state() == shown;
        shown = card.state();
        if (card.state().atWork()) {
            progress.setText(desk.text("imports.progress." + Code.of(card.state()), card.done(), card.todo()));
            bar.setValue(card.todo() == 0 ? 1 : Math.min(1, (double) card.done() / card.todo()));
            if (!goesOn) {
                removeAll();
                Paragraph leave = new Paragraph(desk.text("imports.progress.leave"));
                leave.addClassName("settings-hint");
                add(progress, bar, leave);
            }
            return;
        }
        removeAll();
        if (card.trouble() != null) {
            add(notice(card.trouble()));
        }
        UnorderedList sentences = new UnorderedList();
        sentences.addClassName("import-sentences");
        sentences.add(sentences(card));
        Div acts = new Div();
        acts.addClassName("form-acts");
        acts.add(acts(card));
        add(sentences, acts);
    }

    private List<Component> sentences(ImportCard card) {
        List<Component> sentences = new ArrayList<>();
        int in = card.count(RowState.MADE) + card.count(RowState.KEPT);
        if (card.state() == ImportState.TAKEN_BACK) {
            say(sentences, Icon.HISTORY, "back", card.count(RowState.TAKEN_BACK));
            say(sentences, Icon.ALERT, "kept", card.count(RowState.KEPT));
        } else {
            say(sentences, Icon.CHECK, "in", in);
        }
        if (card.state() == ImportState.CHECKED) {
            say(sentences, Icon.PLUS, "new", card.count(RowState.NEW));
            if (card.count(RowState.NEW) == 0) {
                sentences.add(sentence(Icon.INFO, desk.text("imports.say.nothing-new")));
            }
        }
        say(sentences, Icon.CHECK, "same", card.count(RowState.SAME));
        say(sentences, Icon.ALERT, "conflict", card.count(RowState.CONFLICT));
        say(sentences, Icon.ALERT, "invalid", card.count(RowState.INVALID));
        if (!card.unused().isEmpty()) {
            sentences.add(sentence(Icon.INFO, desk.text("imports.say.unused", String.join(", ", card.unused()))));
        }
        if (card.forgotten()) {
            sentences.add(sentence(Icon.INFO, desk.text("imports.say.forgotten")));
        }
        return sentences;
    }

    private void say(List<Component> sentences, Icon icon, String key, int rows) {
        if (rows > 0) {
            sentences.add(sentence(icon, desk.text("imports.say." + key, rows)));
        }
    }

    private static ListItem sentence(Icon icon, String words) {
        return new ListItem(icon.create(), new Span(words));
    }

    private List<Component> acts(ImportCard card) {
        List<Component> acts = new ArrayList<>();
        int fresh = card.count(RowState.NEW);
        int in = card.count(RowState.MADE) + card.count(RowState.KEPT);
        if (card.state() == ImportState.CHECKED && fresh > 0) {
            Button bring = new Button(
                    desk.text("imports.bring-in", fresh),
                    _ -> act(() -> desk.imports().bringIn(desk.asker(), id)));
            bring.addThemeVariants(ButtonVariant.PRIMARY);
            bring.setDisableOnClick(true);
            acts.add(bring);
        }
        if (card.state() == ImportState.DONE) {
            kind.next(desk.asker(), id).ifPresent(next -> {
                Anchor link = new Anchor(next.path(), desk.text(next.key()));
                link.addClassNames("button", "main");
                acts.add(link);
            });
        }
        if (!card.forgotten() && card.count(RowState.INVALID) + card.count(RowState.CONFLICT) > 0) {
            Anchor file = new Anchor(new ProblemFile(desk, kind, card), "");
            file.add(Icon.FILE.create(), new Span(desk.text("imports.problem-file")));
            file.addClassName("button");
            file.getElement().setAttribute("download", true);
            acts.add(file);
        }
        if (in > 0) {
            acts.add(quiet(
                    "imports.take-back",
                    () -> ask("take-back", desk.text("imports.take-back-text", in), this::takeBack)));
        } else if (card.count(RowState.TAKEN_BACK) == 0) {
            acts.add(quiet("imports.discard", () -> ask("discard", desk.text("imports.discard-text"), this::discard)));
        }
        return acts;
    }

    private Button quiet(String key, Runnable act) {
        Button button = new Button(desk.text(key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void ask(String key, String words, Runnable act) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(desk.text("imports." + key + "-title"));
        dialog.setText(words);
        dialog.setCancelable(true);
        dialog.setCancelText(desk.text("imports.keep"));
        dialog.setConfirmText(desk.text("imports." + key + "-do"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> act.run());
        dialog.open();
    }

    private void takeBack() {
        act(() -> desk.imports().takeBack(desk.asker(), id));
    }

    private void discard() {
        act(() -> desk.imports().discard(desk.asker(), id));
    }

    /** Does it, and shows what came of it without waiting for the news. */
    private void act(Runnable wish) {
        try {
            wish.run();
        } catch (Refused refused) {
            Notices.problem(desk.messages().text(desk.reader().language(), refused));
        }
        desk.imports().find(desk.asker(), id).ifPresentOrElse(this::show, () -> {
            Notices.done(desk.text("imports.discarded"));
            getUI().ifPresent(ui -> ui.navigate(ImportsPages.IMPORT_ROUTE));
        });
    }

    private Div notice(String key) {
        Div notice = new Div(Icon.ALERT.create(), new Span(desk.text(key)));
        notice.addClassNames("notice", "late");
        return notice;
    }
}
