package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.function.Consumer;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.UnsentText;

/** Where a thread is made a need, or what a need says of itself is changed. */
class NeedForm extends Div {

    private final NeedFields fields;
    private final UnsentText unsent;
    private final ErrorText problem = new ErrorText();
    private final PageWords words;
    private final Reader reader;

    /**
     * @param language of the words
     * @param wish takes what was typed, or refuses it
     * @param left the form is to close, after saving too
     */
    NeedForm(
            NeedFields fields,
            PageWords words,
            Reader reader,
            String title,
            String act,
            Language language,
            Consumer<NeedFacts> wish,
            Runnable left) {
        this.fields = fields;
        this.words = words;
        this.reader = reader;
        this.unsent = new UnsentText(reader.asker(), "need");
        addClassNames("form", "card", "need-form");
        fields.keepIn(unsent);
        H2 heading = new H2(title);
        heading.addClassName("card-title");
        Button save = new Button(act);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickShortcut(Key.ENTER).listenOn(this);
        save.addClickListener(_ -> {
            try {
                if (saved(language, wish)) {
                    left.run();
                }
            } finally {
                save.setEnabled(true);
            }
        });
        Button leave = new Button(getTranslation("discussions.need.form.cancel"), _ -> left.run());
        leave.addClickShortcut(Key.ESCAPE).listenOn(this);
        Div acts = new Div(save, leave);
        acts.addClassName("form-acts");
        add(heading, unsent, fields, problem, acts);
    }

    private boolean saved(Language language, Consumer<NeedFacts> wish) {
        problem.clear();
        NeedFacts facts;
        try {
            facts = fields.facts(language);
        } catch (Refused _) {
            return false;
        }
        try {
            wish.accept(facts);
        } catch (Refused refused) {
            if (!fields.say(refused)) {
                problem.say(words.refusal(reader.language(), refused));
            }
            return false;
        } catch (Forbidden | NotFound failure) {
            problem.say(words.problem(reader.language(), failure).problem());
            return false;
        }
        unsent.sent();
        return true;
    }

    void focus() {
        fields.focus();
    }
}
