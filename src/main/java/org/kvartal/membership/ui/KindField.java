package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.kvartal.kernel.Code;
import org.kvartal.membership.RepresentationKind;

/** As what somebody represents an organisation, with what that means. */
class KindField extends RadioButtonGroup<RepresentationKind> {

    KindField(Words words) {
        setLabel(words.text("membership.join.mandate.as"));
        setItems(RepresentationKind.values());
        setItemLabelGenerator(kind -> words.of("representation", kind));
        setRenderer(new ComponentRenderer<>(kind -> {
            Span about = new Span(words.text("membership.join.field.wish-" + Code.of(kind) + "-hint"));
            about.addClassName("settings-hint");
            Span choice = new Span(new Span(words.of("representation", kind)), about);
            choice.addClassName("choice");
            return choice;
        }));
        setValue(RepresentationKind.DEPUTY);
    }
}
