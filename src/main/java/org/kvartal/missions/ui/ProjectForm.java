package org.kvartal.missions.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Language;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectSource.Source;
import org.kvartal.missions.StageTemplate;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.OfferedLanguages;

/** A new project: for whom, by whom, what for and until when; whom letters go to is folded away. */
final class ProjectForm {

    private static final int MONTHS = 6;

    /** A plan to begin with; null for one stage. */
    private record Plan(@Nullable StageTemplate template, String name) {}

    private final Ask ask;
    private final LocalizedField title;
    private final LocalizedField goal;
    private final PartyChoice client;
    private final ComboBox<PersonCard> consultant;
    private final DayField starts;
    private final DayField ends;
    private final Select<Plan> plan;
    private final ContactFields contact;

    ProjectForm(Words words, ProjectForms forms, @Nullable Source of) {
        LocalDate today = forms.today();
        ask = new Ask(words, "missions.new-project", "missions.project.begin");
        title = ask.text("title", "missions.project.field.title", 1, true, of == null ? null : of.title());
        client = ask.asking("client", forms.client(words));
        client.setRequiredIndicatorVisible(true);
        if (of != null && of.with() != null) {
            client.choose(of.with());
        }
        consultant = ask.asking(
                "consultant", forms.people().field(words.text("missions.project.field.consultant"), null, words));
        consultant.setRequiredIndicatorVisible(true);
        goal = ask.text("goal", "missions.project.field.goal", 2, false, null);
        starts = ask.day("starts", "missions.project.field.starts", today, true);
        ends = ask.day("ends", "missions.project.field.ends", today.plusMonths(MONTHS), true);
        List<Plan> plans = Stream.concat(
                        Arrays.stream(StageTemplate.values()).map(one -> new Plan(one, words.text(one.key()))),
                        Stream.of(new Plan(null, words.text("missions.project.no-template"))))
                .toList();
        plan = ask.choice("template", "missions.project.field.template", plans, Plan::name, plans.getFirst());
        contact = new ContactFields(ask, words, null);
    }

    Ask ask() {
        return ask;
    }

    NewProject wish(ProjectId id, String of) {
        return new NewProject(
                id,
                new ProjectContent(
                        title.text(),
                        goal.textOrNull(),
                        Objects.requireNonNull(client.party()),
                        starts.getValue(),
                        ends.getValue()),
                contact.contact(),
                consultant.getValue().id(),
                null,
                plan.getValue().template(),
                of);
    }

    /** Whom letters for the client go to; nobody where both are left empty. */
    static final class ContactFields {

        private final TextField name;
        private final TextField email;
        private final Select<Language> language;

        ContactFields(Ask ask, Words words, @Nullable Contact known) {
            ask.note(words.text("missions.project.contact-text"));
            name = ask.line("name", "missions.project.field.contact", known == null ? "" : known.name(), false);
            email = ask.line("email", "missions.project.field.email", known == null ? "" : known.email(), false);
            language = ask.choice(
                    "language",
                    "missions.project.field.language",
                    OfferedLanguages.with(known == null ? null : known.language()),
                    Language::ownName,
                    known == null ? words.language() : known.language());
        }

        @Nullable Contact contact() {
            return name.getValue().isBlank() && email.getValue().isBlank()
                    ? null
                    : new Contact(name.getValue(), email.getValue(), language.getValue());
        }
    }
}
