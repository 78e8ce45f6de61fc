package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Paragraph;

/** Asks whether something is really meant. */
class QuestionForm extends WordedSheet {

    private final Runnable act;

    /**
     * @param about what will happen
     * @param press what the button says
     */
    QuestionForm(Words words, String about, String press, Runnable act) {
        super(words, "question", press);
        this.act = act;
        warn();
        fill(new Paragraph(about));
    }

    @Override
    protected void send() {
        act.run();
    }
}
