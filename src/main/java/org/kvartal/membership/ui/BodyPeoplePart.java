package org.kvartal.membership.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyPage;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.DayField;

/** Who is in a body on a day, and the choice of another day. Whoever manages bodies ends terms here. */
class BodyPeoplePart extends Section {

    private final BodyPage page;
    private final Words words;

    /**
     * @param chosen whether the address names a day
     * @param again has the page read again
     */
    BodyPeoplePart(Bodies bodies, BodyPage page, boolean chosen, LocalDate today, Words words, Runnable again) {
        this.page = page;
        this.words = words;
        addClassName("part");
        Div head = new Div(
                new H2(
                        chosen
                                ? words.text("membership.bodies.who-on", words.day(page.on()))
                                : words.text("membership.bodies.who")),
                day(today));
        head.addClassNames("part-head", "between");
        add(head);
        boolean manages = page.mayManage() && page.card().open();
        if (!page.people().isEmpty()) {
            add(new TermRows(
                    page.people(),
                    today,
                    words,
                    manages
                            ? (term, place) -> new EndTermForm(bodies, term, today, words)
                                    .openIn(place, "membership.app.body.ended", again)
                            : null));
        }
        if (page.hidden() > 0 || page.people().isEmpty()) {
            Paragraph rest = new Paragraph(
                    page.hidden() > 0
                            ? words.text("membership.bodies.hidden", page.hidden())
                            : words.text("membership.app.body.nobody"));
            rest.addClassName("part-none");
            add(rest);
        }
    }

    private DayField day(LocalDate today) {
        DayField day = new DayField(words.text("membership.bodies.day"), words.language());
        day.setValue(page.on());
        day.addValueChangeListener(change -> {
            if (change.isFromClient() && !day.isInvalid()) {
                LocalDate wanted = change.getValue();
                UI.getCurrent()
                        .navigate(
                                MembershipPages.BODIES + "/" + page.card().slug(),
                                wanted == null || wanted.equals(today)
                                        ? QueryParameters.empty()
                                        : QueryParameters.of(BodyView.ON, wanted.toString()));
            }
        });
        return day;
    }
}
