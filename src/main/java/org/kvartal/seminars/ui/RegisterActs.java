package org.kvartal.seminars.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.OfferedLanguages;
import org.springframework.stereotype.Component;

/** The forms by which one registers: oneself, a colleague, or somebody whom the team enters. */
@Component
class RegisterActs {

    private final Registrations registrations;

    RegisterActs(Registrations registrations) {
        this.registrations = registrations;
    }

    Ask register(SeminarPage page, Words words) {
        RegistrationId id = RegistrationId.next();
        Ask ask = new Ask(words, "seminars.register." + page.card().slug(), "seminars.app.register-now");
        ask.note(
                page.card().free() > 0 || page.card().mode() == RegistrationMode.MODERATED
                        ? words.of("mode-text", page.card().mode())
                        : words.text("seminars.app.register-full"));
        Select<MemberCard> association = association(ask, page, words);
        QuestionFields questions = new QuestionFields(ask, page.questions());
        return ask.doing(() -> {
            var _ = registrations.register(
                    words.asker(), new NewRegistration(id, page.card().id(), id(association), questions.answers()));
        });
    }

    /** The association for which one comes; null where one speaks for none. */
    private static @Nullable Select<MemberCard> association(Ask ask, SeminarPage page, Words words) {
        List<MemberCard> all = page.speaksFor();
        if (all.isEmpty()) {
            if (page.card().mode() == RegistrationMode.BY_ASSOCIATION) {
                ask.note(words.text("seminars.app.no-association"));
            }
            return null;
        }
        return ask.option(
                "onBehalfOf",
                ask.label("onBehalfOf"),
                words.text("seminars.app.myself"),
                all,
                one -> words.name(one.name()),
                all.getFirst());
    }

    private static @Nullable MemberId id(@Nullable Select<MemberCard> field) {
        MemberCard chosen = field == null ? null : field.getValue();
        return chosen == null ? null : chosen.id();
    }

    /** Confirms what others have entered. */
    Ask confirm(SeminarPage page, RegistrationId id, Words words) {
        Ask ask = new Ask(words, "seminars.confirm." + page.card().slug(), "seminars.app.confirm-now");
        QuestionFields questions = new QuestionFields(ask, page.questions());
        return ask.doing(() -> {
            var _ = registrations.confirm(words.asker(), id, questions.answers());
        });
    }

    /** @param team whether the team enters anybody, or else a representative a colleague */
    Ask colleague(SeminarPage page, boolean team, Words words) {
        RegistrationId id = RegistrationId.next();
        Ask ask = new Ask(
                words,
                (team ? "seminars.enter." : "seminars.colleague.") + page.card().slug(),
                "seminars.app.register-them");
        ask.note(words.text(team ? "seminars.app.enter-text" : "seminars.app.colleague-text"));
        List<MemberCard> all = page.speaksFor();
        Select<MemberCard> association = team
                ? null
                : ask.choice("onBehalfOf", ask.label("onBehalfOf"), all, one -> words.name(one.name()), all.getFirst());
        TextField name = ask.line("name", "", true);
        EmailField email = ask.asking("email", new EmailField(ask.label("email")));
        email.setRequiredIndicatorVisible(true);
        email.setErrorMessage(words.text("seminars.refused.email"));
        Select<Language> language = ask.choice(
                "language", ask.label("language"), OfferedLanguages.all(), Language::ownName, words.language());
        return ask.doing(() -> registrations.registerColleague(
                words.asker(),
                new Colleague(
                        id,
                        page.card().id(),
                        name.getValue(),
                        email.getValue(),
                        language.getValue(),
                        id(association))));
    }

    /** What giving up is called: whoever waits has no seat to give up. */
    static String leaving(RegistrationState state) {
        return state == RegistrationState.WAITLISTED ? "leave-queue" : "withdraw";
    }

    /** Gives a place up, or the wait for one: one's own, or somebody's. */
    Ask withdraw(RegistrationId id, RegistrationState state, @Nullable String whose, Words words) {
        String what = "seminars.app." + leaving(state);
        return new Ask(words, "seminars.withdraw." + id, what + "-now")
                .note(whose == null ? words.text(what + "-text") : words.text(what + "-them", whose))
                .harmful()
                .doing(() -> registrations.withdraw(words.asker(), id));
    }

    Ask decline(RegistrationId id, String whose, Words words) {
        Ask ask = new Ask(words, "seminars.decline." + id, "seminars.app.decline-now")
                .note(words.text("seminars.app.decline-text", whose))
                .harmful();
        var reason = ask.block("reason", ask.label("reason"), "", true);
        return ask.doing(() -> registrations.decline(words.asker(), id, reason.getValue()));
    }

    Registrations registrations() {
        return registrations;
    }
}
