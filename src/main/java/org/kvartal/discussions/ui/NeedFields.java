package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Places.Place;
import org.kvartal.shell.UnsentText;

/** What a need says of itself, as somebody types it. What can't be taken is said beside its field, and what was typed stays. */
class NeedFields extends Div {

    private final PageWords words;
    private final Reader reader;
    final TextField concerned = new TextField();
    final PlaceField where;
    final TextField since = new TextField();
    final TextField howMany = new TextField();

    NeedFields(PageWords words, Reader reader, List<Place> places) {
        this.words = words;
        this.reader = reader;
        addClassName("need-fields");
        concerned.setLabel(getTranslation("discussions.need.form.concerned"));
        concerned.setHelperText(getTranslation("discussions.need.form.concerned-hint"));
        concerned.addClassName("need-concerned");
        concerned.setMaxLength(NeedFacts.CONCERNED_LENGTH);
        concerned.setRequiredIndicatorVisible(true);
        where = new PlaceField(
                getTranslation("discussions.need.form.where"),
                getTranslation("discussions.need.form.where-hint"),
                places,
                reader.language());
        where.setRequiredIndicatorVisible(true);
        since.setLabel(getTranslation("discussions.need.form.since"));
        since.setHelperText(getTranslation("discussions.need.form.since-hint"));
        since.setRequiredIndicatorVisible(true);
        howMany.setLabel(getTranslation("discussions.need.form.how-many"));
        howMany.setHelperText(getTranslation("discussions.need.form.how-many-hint"));
        howMany.getElement().setAttribute("inputmode", "numeric");
        concerned.addValueChangeListener(_ -> concerned.setInvalid(false));
        where.addValueChangeListener(_ -> where.setInvalid(false));
        since.addValueChangeListener(_ -> since.setInvalid(false));
        howMany.addValueChangeListener(_ -> howMany.setInvalid(false));
        add(concerned, where, since, howMany);
    }

    /** Shows what stands already. */
    NeedFields with(NeedFacts facts) {
        Integer many = facts.howMany();
        concerned.setValue(facts.concerned());
        concerned.getElement().setAttribute("lang", facts.language().code());
        where.show(facts.place(), facts.where());
        since.setValue(facts.since().typed());
        howMany.setValue(many == null ? "" : many.toString());
        return this;
    }

    /** Keeps in the browser what is typed until it was sent. */
    void keepIn(UnsentText unsent) {
        unsent.keep("concerned", concerned);
        unsent.keep("since", since);
        unsent.keep("howMany", howMany);
    }

    void focus() {
        concerned.focus();
    }

    /**
     * What was typed.
     *
     * @throws Refused if it can't be taken; the fields say so already
     */
    NeedFacts facts(Language language) {
        try {
            return NeedFacts.typed(
                    concerned.getValue(), language, where.code(), where.words(), since.getValue(), howMany.getValue());
        } catch (Refused refused) {
            var _ = say(refused);
            throw refused;
        }
    }

    /** Says beside each field what is refused of it, and goes to the first; whether all of it has a field. */
    boolean say(Refused refused) {
        boolean all = true;
        @Nullable Component first = null;
        for (Refused one : refused.all()) {
            Component field = switch (one.field()) {
                case "concerned" -> concerned;
                case "where" -> where;
                case "since" -> since;
                case "howMany" -> howMany;
                case null, default -> null;
            };
            if (field instanceof HasValidation refusing) {
                refusing.setInvalid(true);
                refusing.setErrorMessage(words.refusal(reader.language(), one));
                first = first == null ? field : first;
            } else {
                all = false;
            }
        }
        if (first instanceof Focusable<?> field) {
            field.focus();
        }
        return all;
    }
}
