package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationDesk.RoomWord;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.advocacy.Way;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Projects;
import org.kvartal.shell.DayField;
import org.kvartal.shell.OfferedLanguages;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Component;

/** What whoever writes a recommendation can do with it now. */
@Component
class RecommendationActs {

    private final RecommendationDesk desk;
    private final Recommendations recommendations;
    private final Addressees addressees;
    private final Dispatches dispatches;
    private final SeriesBook series;
    private final Projects projects;

    RecommendationActs(
            RecommendationDesk desk,
            Recommendations recommendations,
            Addressees addressees,
            Dispatches dispatches,
            SeriesBook series,
            Projects projects) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.addressees = addressees;
        this.dispatches = dispatches;
        this.series = series;
        this.projects = projects;
    }

    void into(Acts acts, RecommendationPage page) {
        Words words = acts.words();
        RecommendationState state = page.card().state();
        switch (state) {
            case DRAFT -> acts.next("propose", () -> sure(page, words, "propose", desk::propose));
            case PROPOSED -> acts.next("consult", () -> consult(page, words));
            case IN_CONSULTATION -> {
                if (page.confirmed() && page.heardOut()) {
                    acts.next("adopt", () -> adopt(page, words));
                }
            }
            case ACTIVE -> acts.seldom("close", () -> sure(page, words, "close", desk::close));
            case ADOPTED, CLOSED, RETIRED, SUPERSEDED -> {}
        }
        if (state.open()) {
            acts.also("edit", () -> edit(page, words));
            if (!page.confirmed()) {
                acts.also("bring", () -> bring(page, words));
            }
        }
        if (page.mayPrepare()) {
            acts.next("letter", () -> letter(page, words));
            acts.also(Pieces.button(
                    ShellPages.path(AdvocacyPages.NEW_MEASURE) + "?of="
                            + page.card().code(),
                    words.text("advocacy.app.measure"),
                    false));
        }
        if (projects.mayBegin(words.asker())) {
            acts.also(Pieces.button(
                    MissionPages.newProject(page.card().code()), words.text("advocacy.app.project"), false));
        }
        if (state.next().contains(RecommendationState.SUPERSEDED)) {
            acts.seldom("supersede", () -> supersede(page, words));
        }
        if (state.next().contains(RecommendationState.RETIRED)) {
            acts.seldom("retire", () -> retire(page, words));
        }
    }

    /** What happens to a recommendation as the page shows it. */
    private interface Step {
        void take(Asker by, RecommendationId id, long version);
    }

    private static Ask ask(Words words, RecommendationPage page, String what) {
        return new Ask(words, "advocacy." + what + "." + page.card().code(), "advocacy.app." + what);
    }

    private static Ask sure(RecommendationPage page, Words words, String what, Step step) {
        return ask(words, page, what)
                .note(words.text("advocacy.app." + what + "-text"))
                .doing(() ->
                        step.take(words.asker(), page.card().id(), page.card().version()));
    }

    /** Whoever adopts sees what the room said once more. */
    private Ask adopt(RecommendationPage page, Words words) {
        Ask ask = ask(words, page, "adopt").note(words.text("advocacy.app.adopt-text"));
        String missing = OfferedLanguages.all().stream()
                .filter(language -> !isIn(page.text(), language))
                .map(Language::ownName)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            ask.note(words.text("advocacy.app.adopt-languages", missing));
        }
        LocalizedText said = page.roomWords();
        if (said != null) {
            ask.with(Pieces.part(words.text("advocacy.app.room-words"), Pieces.prose(said, words)));
        }
        return ask.doing(
                () -> desk.adopt(words.asker(), page.card().id(), page.card().version()));
    }

    /** Whether a letter in this language would have all that matters in it. */
    private static boolean isIn(RecommendationText text, Language language) {
        return Stream.of(text.title(), text.problem(), text.proposal())
                .filter(Objects::nonNull)
                .allMatch(one -> one.shownIn(language) == language);
    }

    private Ask edit(RecommendationPage page, Words words) {
        TextForm form = new TextForm(words, "advocacy.edit." + page.card().code(), "advocacy.app.save", page.text());
        if (page.confirmed()) {
            form.ask().note(words.text("advocacy.app.edit-confirmed"));
        }
        return form.ask()
                .doing(() ->
                        desk.edit(words.asker(), page.card().id(), page.card().version(), form.text()));
    }

    private Ask consult(RecommendationPage page, Words words) {
        Ask ask = ask(words, page, "consult").note(words.text("advocacy.app.consult-text"));
        DayField until = ask.day("until", "advocacy.app.field.until", null, true);
        return ask.doing(
                () -> desk.consult(words.asker(), page.card().id(), page.card().version(), until.getValue()));
    }

    private Ask bring(RecommendationPage page, Words words) {
        Ask ask = ask(words, page, "bring").note(words.text("advocacy.app.bring-text"));
        record Goal(@Nullable SeriesId id, String name) {}
        List<Goal> goals = new ArrayList<>();
        series.all(words.asker()).forEach(one -> goals.add(new Goal(one.id(), words.name(one.name()))));
        goals.add(new Goal(null, words.text("advocacy.app.no-series")));
        Select<Goal> goal = ask.choice("series", "advocacy.app.field.series", goals, Goal::name, goals.getFirst());
        return ask.doing(() -> {
            var _ = desk.bring(words.asker(), page.card().id(), goal.getValue().id());
        });
    }

    private Ask letter(RecommendationPage page, Words words) {
        Ask ask = ask(words, page, "letter");
        if (addressees.search(words.asker(), "", words.language(), 1).isEmpty()) {
            ask.note(words.text("advocacy.app.no-addressees"));
        }
        AddresseeChoice to = ask.asking(
                "addressee", new AddresseeChoice(words.text("advocacy.app.field.addressee"), addressees, words));
        Select<Way> way = ask.choice(
                "way", "advocacy.app.field.way", List.of(Way.values()), one -> words.of("way", one), Way.MAIL);
        TextArea covering = ask.block("covering", "advocacy.app.field.covering", "", false);
        IntegerField days = ask.number("replyDays", "advocacy.app.field.days", 30, 1, 365);
        to.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                covering.setHelperText(words.text(
                        "advocacy.app.covering-hint",
                        chosen.getValue().content().language().ownName()));
                days.setValue(chosen.getValue().content().replyDays());
            }
        });
        DispatchId id = DispatchId.next();
        return ask.doing(() -> dispatches.prepare(
                words.asker(),
                new NewDispatch(
                        id,
                        page.card().id(),
                        to.getValue().id(),
                        way.getValue(),
                        covering.getValue(),
                        days.getValue() == null ? 0 : days.getValue())));
    }

    private Ask supersede(RecommendationPage page, Words words) {
        Ask ask = ask(words, page, "supersede").note(words.text("advocacy.app.supersede-text"));
        RecommendationChoice with = ask.asking(
                "by",
                new RecommendationChoice(
                        words.text("advocacy.app.field.with"),
                        recommendations,
                        words,
                        card -> !card.id().equals(page.card().id())));
        return ask.doing(() -> desk.supersede(
                words.asker(),
                page.card().id(),
                page.card().version(),
                with.getValue().id()));
    }

    private Ask retire(RecommendationPage page, Words words) {
        Ask ask = ask(words, page, "retire").harmful();
        Select<RetirementReason> why = ask.choice(
                "why",
                "advocacy.app.field.why",
                List.of(RetirementReason.values()),
                one -> words.of("retired", one),
                RetirementReason.OTHER);
        TextArea reason = ask.block("reason", "advocacy.app.field.reason", "", true);
        Select<RoomWord> decision = page.adoptedAt() == null ? null : decision(ask, words);
        return ask.doing(() -> desk.retire(
                words.asker(),
                page.card().id(),
                page.card().version(),
                why.getValue(),
                reason.getValue(),
                decision == null || decision.getValue() == null
                        ? null
                        : decision.getValue().outcome()));
    }

    private Select<RoomWord> decision(Ask ask, Words words) {
        return ask.choice(
                "decision",
                "advocacy.app.field.decision",
                desk.decisions(words.asker()),
                word -> words.name(word.text()),
                null);
    }
}
