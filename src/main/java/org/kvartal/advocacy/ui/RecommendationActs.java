package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.RoomWord;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.advocacy.Way;
import org.kvartal.alliance.Directory;
import org.kvartal.discussions.Threads;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.DayField;
import org.kvartal.shell.FileDrop;
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
    private final Threads threads;
    private final Directory directory;

    RecommendationActs(
            RecommendationDesk desk,
            Recommendations recommendations,
            Addressees addressees,
            Dispatches dispatches,
            SeriesBook series,
            Threads threads,
            Directory directory) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.addressees = addressees;
        this.dispatches = dispatches;
        this.series = series;
        this.threads = threads;
        this.directory = directory;
    }

    Div of(RecommendationPage page, Words words, Div place, Runnable again) {
        Div acts = new Div();
        acts.addClassName("page-acts");
        RecommendationState state = page.card().state();
        if (state.open()) {
            add(acts, words, "edit", () -> edit(page, words, place, again));
            add(acts, words, "cite", () -> cite(page, words, place, again));
            acts.add(upload(page, words, again));
            if (!page.confirmed()) {
                add(acts, words, "bring", () -> bring(page, words, place, again));
            }
        }
        switch (state) {
            case DRAFT ->
                add(
                        acts,
                        words,
                        "propose",
                        () -> sure(
                                page,
                                words,
                                place,
                                again,
                                "propose",
                                () -> desk.propose(
                                        words.asker(),
                                        page.card().id(),
                                        page.card().version())));
            case PROPOSED -> add(acts, words, "consult", () -> consult(page, words, place, again));
            case IN_CONSULTATION -> {
                if (page.confirmed() && page.heardOut()) {
                    add(acts, words, "adopt", () -> adopt(page, words, place, again));
                }
            }
            case ACTIVE ->
                add(
                        acts,
                        words,
                        "close",
                        () -> sure(
                                page,
                                words,
                                place,
                                again,
                                "close",
                                () -> desk.close(
                                        words.asker(),
                                        page.card().id(),
                                        page.card().version())));
            case ADOPTED, CLOSED, RETIRED, SUPERSEDED -> {}
        }
        if (page.mayPrepare()) {
            add(acts, words, "letter", () -> letter(page, words, place, again));
            acts.add(Pieces.button(
                    ShellPages.path(AdvocacyPages.NEW_MEASURE) + "?of="
                            + page.card().code(),
                    words.text("advocacy.app.measure"),
                    false));
        }
        if (state.next().contains(RecommendationState.SUPERSEDED)) {
            add(acts, words, "supersede", () -> supersede(page, words, place, again));
        }
        if (state.next().contains(RecommendationState.RETIRED)) {
            add(acts, words, "retire", () -> retire(page, words, place, again));
        }
        return acts;
    }

    private static void add(Div acts, Words words, String what, Runnable open) {
        acts.add(new Button(words.text("advocacy.app." + what), _ -> open.run()));
    }

    private static Ask ask(Words words, RecommendationPage page, String what) {
        return new Ask(words, "advocacy." + what + "." + page.card().code(), "advocacy.app." + what);
    }

    private void sure(RecommendationPage page, Words words, Div place, Runnable again, String what, Runnable act) {
        ask(words, page, what)
                .note(words.text("advocacy.app." + what + "-text"))
                .doing(act)
                .open(place, again);
    }

    /** Whoever adopts sees what the room said once more. */
    private void adopt(RecommendationPage page, Words words, Div place, Runnable again) {
        Ask ask = ask(words, page, "adopt").note(words.text("advocacy.app.adopt-text"));
        LocalizedText said = page.roomWords();
        if (said != null) {
            ask.with(Pieces.part(words.text("advocacy.app.room-words"), Pieces.prose(said, words)));
        }
        ask.doing(() -> desk.adopt(words.asker(), page.card().id(), page.card().version()))
                .open(place, again);
    }

    private void edit(RecommendationPage page, Words words, Div place, Runnable again) {
        TextForm form = new TextForm(words, "advocacy.edit." + page.card().code(), "advocacy.app.save", page.text());
        if (page.confirmed()) {
            form.ask().note(words.text("advocacy.app.edit-confirmed"));
        }
        form.ask()
                .doing(() ->
                        desk.edit(words.asker(), page.card().id(), page.card().version(), form.text()))
                .open(place, again);
    }

    private void consult(RecommendationPage page, Words words, Div place, Runnable again) {
        Ask ask = ask(words, page, "consult").note(words.text("advocacy.app.consult-text"));
        DayField until = ask.day("until", "advocacy.app.field.until", null, true);
        ask.doing(() -> desk.consult(
                        words.asker(), page.card().id(), page.card().version(), until.getValue()))
                .open(place, again);
    }

    private void bring(RecommendationPage page, Words words, Div place, Runnable again) {
        Ask ask = ask(words, page, "bring").note(words.text("advocacy.app.bring-text"));
        record Goal(@Nullable SeriesId id, String name) {}
        List<Goal> goals = new ArrayList<>();
        series.all(words.asker()).forEach(one -> goals.add(new Goal(one.id(), words.name(one.name()))));
        goals.add(new Goal(null, words.text("advocacy.app.no-series")));
        Select<Goal> goal = ask.choice("series", "advocacy.app.field.series", goals, Goal::name, goals.getFirst());
        ask.doing(() -> {
                    var _ = desk.bring(
                            words.asker(), page.card().id(), goal.getValue().id());
                })
                .open(place, again);
    }

    private void cite(RecommendationPage page, Words words, Div place, Runnable again) {
        Ask ask = ask(words, page, "cite").note(words.text("advocacy.app.cite-text"));
        TextField address = ask.line("evidence", "advocacy.app.field.evidence", "", true);
        ask.doing(() -> desk.cite(
                        words.asker(),
                        page.card().id(),
                        new CitedAddress(threads, directory).read(words.asker(), address.getValue())))
                .open(place, again);
    }

    private FileDrop upload(RecommendationPage page, Words words, Runnable again) {
        return new FileDrop(new Button(words.text("advocacy.app.attach")), (name, content) -> {
            var _ = desk.attach(words.asker(), page.card().id(), name, content);
            return again::run;
        });
    }

    private void letter(RecommendationPage page, Words words, Div place, Runnable again) {
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
                days.setValue(chosen.getValue().content().replyDays());
            }
        });
        DispatchId id = DispatchId.next();
        ask.doing(() -> dispatches.prepare(
                        words.asker(),
                        new NewDispatch(
                                id,
                                page.card().id(),
                                to.getValue().id(),
                                way.getValue(),
                                covering.getValue(),
                                days.getValue() == null ? 0 : days.getValue())))
                .open(place, again);
    }

    private void supersede(RecommendationPage page, Words words, Div place, Runnable again) {
        Ask ask = ask(words, page, "supersede").note(words.text("advocacy.app.supersede-text"));
        RecommendationChoice with = ask.asking(
                "by",
                new RecommendationChoice(
                        words.text("advocacy.app.field.with"),
                        recommendations,
                        words,
                        card -> !card.id().equals(page.card().id())));
        ask.doing(() -> desk.supersede(
                        words.asker(),
                        page.card().id(),
                        page.card().version(),
                        with.getValue().id()))
                .open(place, again);
    }

    private void retire(RecommendationPage page, Words words, Div place, Runnable again) {
        Ask ask = ask(words, page, "retire").harmful();
        Select<RetirementReason> why = ask.choice(
                "why",
                "advocacy.app.field.why",
                List.of(RetirementReason.values()),
                one -> words.of("retired", one),
                RetirementReason.OTHER);
        TextArea reason = ask.block("reason", "advocacy.app.field.reason", "", true);
        Select<RoomWord> decision = page.adoptedAt() == null ? null : decision(ask, words);
        ask.doing(() -> desk.retire(
                        words.asker(),
                        page.card().id(),
                        page.card().version(),
                        why.getValue(),
                        reason.getValue(),
                        decision == null || decision.getValue() == null
                                ? null
                                : decision.getValue().outcome()))
                .open(place, again);
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
