package org.kvartal.discussions.ui;

import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.function.Consumer;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Sheet;

/** Where a thread is made a need, or what a need says of itself is changed. */
class NeedForm extends Sheet {

    private final NeedFields fields;
    private final Language language;
    private final Consumer<NeedFacts> wish;

    /**
     * @param act what the button says
     * @param language of the words
     * @param wish takes what was typed, or refuses it
     */
    NeedForm(
            NeedFields fields,
            Messages messages,
            Reader reader,
            String act,
            Language language,
            Consumer<NeedFacts> wish) {
        super(messages, reader, "need", act);
        this.fields = fields;
        this.language = language;
        this.wish = wish;
        addClassNames("card", "need-form");
        field("concerned", fields.concerned);
        field("where", fields.where);
        field("since", fields.since);
        field("howMany", fields.howMany);
        H2 heading = new H2(getTranslation("discussions.need.form.title"));
        heading.addClassName("card-title");
        fill(heading, fields);
    }

    /** The fields say in their own words what they need. */
    @Override
    protected List<Refused> problems() {
        return List.of();
    }

    @Override
    protected void send() {
        wish.accept(fields.facts(language));
    }
}
