package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.Likeness;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.Admissions.Twin;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.Members.Particulars;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Registration;
import org.kvartal.shell.Icon;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** A member or another application that an application may be a second time, with what matches marked. */
class TwinCard extends Article {

    private final Dossier dossier;
    private final Names names;
    private final Words words;

    /** @param apart says that they are not the same; null for whoever may not say so */
    TwinCard(
            Dossier dossier,
            Twin twin,
            @Nullable Particulars particulars,
            Names names,
            Words words,
            @Nullable Runnable apart) {
        this.dossier = dossier;
        this.names = names;
        this.words = words;
        addClassName("twin");
        boolean sure = twin.because() != Likeness.SIMILAR_NAME;
        add(new StatusBadge(
                sure ? Status.LATE : Status.WAITING,
                sure ? Icon.ALERT : Icon.INFO,
                words.of("likeness", twin.because())));
        MemberCard member = twin.member();
        QueueRow application = twin.application();
        String name = "";
        if (member != null) {
            name = words.name(member.name());
            add(title(MembershipPages.member(member.number()), words.shown(member.name()), twin.because()));
            add(meta(ofMember(member, particulars)));
        } else if (application != null) {
            name = application.name();
            add(title(MembershipPages.application(application.number()), new Span(name), twin.because()));
            add(meta(ofApplication(application)));
        }
        if (apart != null) {
            Button different = new Button(words.text("membership.app.twin.apart"), _ -> apart.run());
            different.setAriaLabel(words.text("membership.app.twin.apart-which", name));
            different.setDisableOnClick(true);
            different.addThemeName("small");
            add(different);
        }
    }

    private static H3 title(String href, Span name, Likeness because) {
        Anchor link = new Anchor(href);
        link.add(because == Likeness.SIMILAR_NAME ? mark(name) : name);
        H3 title = new H3(link);
        title.addClassName("row-title");
        return title;
    }

    private static Div meta(List<Component> facts) {
        Div meta = new Div();
        meta.addClassNames("row-meta", "meta");
        facts.forEach(meta::add);
        return meta;
    }

    private List<Component> ofMember(MemberCard member, @Nullable Particulars particulars) {
        ApplicationForm form = dossier.form();
        List<Component> facts = new ArrayList<>();
        facts.add(new Span(words.text("membership.app.twin.member", String.valueOf(member.number()))));
        facts.add(new Span(words.of("kind", member.kind())));
        if (member.city() != null) {
            fact(facts, names.city(member.city(), "", words), member.city().equals(form.place()));
        }
        String sectors = names.sectors(member.sectors(), words);
        if (!sectors.isEmpty()) {
            fact(facts, sectors, member.sectors().stream().anyMatch(form.sectors()::contains));
        }
        if (particulars != null && particulars.registration() != null) {
            Registration registration = particulars.registration();
            fact(
                    facts,
                    registration.scheme() + " " + registration.number(),
                    registration.equals(registered(form).orElse(null)));
        }
        return facts;
    }

    private List<Component> ofApplication(QueueRow application) {
        ApplicationForm form = dossier.form();
        List<Component> facts = new ArrayList<>();
        facts.add(new Span(words.text("membership.app.twin.application", String.valueOf(application.number()))));
        facts.add(new Span(words.of("state", application.state())));
        fact(facts, application.applicant(), application.applicant().equals(form.applicant()));
        String city = names.city(application.place(), application.city(), words);
        if (!city.isEmpty()) {
            fact(facts, city, city.equals(names.city(form.place(), form.city(), words)));
        }
        return facts;
    }

    private void fact(List<Component> facts, String text, boolean same) {
        Span words = new Span(text);
        facts.add(same ? mark(words) : words);
    }

    private static Optional<Registration> registered(ApplicationForm form) {
        try {
            return Optional.of(Registration.of(form.registrationScheme(), form.registrationNumber()));
        } catch (Refused none) {
            return Optional.empty();
        }
    }

    /** Matches what the application says. */
    private static Span mark(Span words) {
        words.addClassName("same");
        return words;
    }
}
