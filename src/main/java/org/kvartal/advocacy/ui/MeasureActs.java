package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.NewReport;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.Measures.ReportLine;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.RoomWord;
import org.kvartal.advocacy.ReportId;
import org.kvartal.alliance.Directory;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.shell.AmountField;
import org.kvartal.shell.Notices;
import org.springframework.stereotype.Component;

/** What can be done with a measure now. */
@Component
class MeasureActs {

    private final MeasureDesk desk;
    private final RecommendationDesk recommendations;
    private final Directory directory;
    private final Members members;
    private final Permissions permissions;

    MeasureActs(
            MeasureDesk desk,
            RecommendationDesk recommendations,
            Directory directory,
            Members members,
            Permissions permissions) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.directory = directory;
        this.members = members;
        this.permissions = permissions;
    }

    void into(Acts acts, MeasurePage page) {
        Words words = acts.words();
        MeasureState state = page.card().state();
        if (page.mayKeep()) {
            switch (state) {
                case PLANNED -> acts.next("commit", () -> commit(page, words));
                case COMMITTED -> acts.next("start", () -> note(page, words, "start", desk::start));
                case IN_PROGRESS -> acts.also("report-done", () -> note(page, words, "report-done", desk::reportDone));
                case ON_HOLD -> acts.next("resume", () -> note(page, words, "resume", desk::resume));
                case REPORTED_DONE, VERIFIED_IMPLEMENTED, VERIFIED_PARTLY, VERIFIED_NOT, CANCELLED -> {}
            }
            if (!state.over() && state != MeasureState.REPORTED_DONE) {
                acts.also("edit-measure", () -> edit(page, words));
            }
        }
        if (page.mayDraft() && state.runs()) {
            if (state == MeasureState.IN_PROGRESS) {
                acts.next("draft", () -> draft(page, words));
            } else {
                acts.also("draft", () -> draft(page, words));
            }
        }
        if (page.mayVerify()) {
            acts.next("verify", () -> verify(page, words));
        }
        if (page.mayAssign()) {
            acts.seldom("assign", () -> assign(page, words));
        }
        if (page.mayKeep() && state.next().contains(MeasureState.ON_HOLD)) {
            acts.seldom("hold", () -> hold(page, words));
        }
        if (state.next().contains(MeasureState.CANCELLED)
                && permissions.has(words.asker(), AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM)) {
            acts.seldom("cancel-measure", () -> cancel(page, words));
        }
    }

    /** What happens to a measure as the page shows it. */
    private interface Step {
        void take(Asker by, MeasureId id, long version);
    }

    Button publish(ReportLine report, Words words, Runnable again) {
        Button button = new Button(words.text("advocacy.app.publish"), _ -> {
            try {
                desk.publish(words.asker(), report.id());
                Notices.done(words.text("advocacy.app.done"));
            } catch (Refused refused) {
                Notices.problem(words.refusal(refused));
            }
            again.run();
        });
        button.setDisableOnClick(true);
        return button;
    }

    private static Ask ask(MeasurePage page, Words words, String what) {
        return new Ask(words, "advocacy." + what + "." + page.card().code(), "advocacy.app." + what);
    }

    private static Ask note(MeasurePage page, Words words, String what, Step step) {
        return ask(page, words, what)
                .note(words.text("advocacy.app." + what + "-text"))
                .doing(() ->
                        step.take(words.asker(), page.card().id(), page.card().version()));
    }

    private Ask commit(MeasurePage page, Words words) {
        Ask ask = ask(page, words, "commit");
        TextField who = ask.line(
                "implementer", "advocacy.measure.implementer", page.card().implementer(), true);
        return ask.doing(
                () -> desk.commit(words.asker(), page.card().id(), page.card().version(), who.getValue()));
    }

    private Ask edit(MeasurePage page, Words words) {
        MeasureForm form = new MeasureForm(
                words,
                "advocacy.measure." + page.card().code(),
                "advocacy.app.save",
                page.content(),
                page.content().owner(),
                directory);
        return form.ask()
                .doing(() ->
                        desk.change(words.asker(), page.card().id(), page.card().version(), form.content()));
    }

    private Ask hold(MeasurePage page, Words words) {
        Ask ask = ask(page, words, "hold").harmful();
        TextArea reason = ask.block("reason", "advocacy.app.field.reason", "", true);
        return ask.doing(
                () -> desk.hold(words.asker(), page.card().id(), page.card().version(), reason.getValue()));
    }

    private Ask cancel(MeasurePage page, Words words) {
        Ask ask = ask(page, words, "cancel-measure")
                .note(words.text("advocacy.app.cancel-measure-text"))
                .harmful();
        Select<RoomWord> decision = ask.choice(
                "decision",
                "advocacy.app.field.decision",
                recommendations.decisions(words.asker()),
                word -> words.name(word.text()),
                null);
        TextArea reason = ask.block("reason", "advocacy.app.field.reason", "", true);
        return ask.doing(() -> desk.cancel(
                words.asker(),
                page.card().id(),
                page.card().version(),
                reason.getValue(),
                decision.getValue().outcome()));
    }

    private Ask verify(MeasurePage page, Words words) {
        Ask ask = ask(page, words, "verify").note(words.text("advocacy.app.verify-text"));
        Select<MeasureState> verdict = ask.choice(
                "verdict",
                "advocacy.app.field.verdict",
                List.of(MeasureState.VERIFIED_IMPLEMENTED, MeasureState.VERIFIED_PARTLY, MeasureState.VERIFIED_NOT),
                one -> words.of("measure-state", one),
                null);
        TextArea why = ask.block("words", "advocacy.app.field.verdict-why", "", true);
        return ask.doing(() -> desk.verify(
                words.asker(), page.card().id(), page.card().version(), verdict.getValue(), why.getValue()));
    }

    private Ask assign(MeasurePage page, Words words) {
        Ask ask = ask(page, words, "assign").note(words.text("advocacy.app.assign-text"));
        AssociationChoice verifier = ask.asking(
                "verifier", new AssociationChoice(words.text("advocacy.app.field.verifier"), members, words));
        verifier.setClearButtonVisible(true);
        return ask.doing(() -> desk.assign(
                words.asker(),
                page.card().id(),
                page.card().version(),
                verifier.getValue() == null ? null : verifier.getValue().id()));
    }

    private static Map<UUID, BigDecimal> typed(Map<UUID, AmountField> fields) {
        Map<UUID, BigDecimal> values = new HashMap<>();
        fields.forEach((id, field) -> {
            BigDecimal amount = field.amount();
            if (amount != null) {
                values.put(id, amount);
            }
        });
        return values;
    }

    private Ask draft(MeasurePage page, Words words) {
        Ask ask = ask(page, words, "draft");
        if (!page.mayKeep()) {
            ask.note(words.text("advocacy.app.draft-text"));
        }
        TextArea text = ask.block("text", "advocacy.app.field.report", "", true);
        IntegerField progress = ask.number(
                "progress", "advocacy.app.field.progress", page.card().progress(), 0, 100);
        Map<UUID, AmountField> values = new LinkedHashMap<>();
        for (Indicator one : page.content().aims().indicators()) {
            String unit = one.unit().isEmpty() ? "" : ", " + one.unit();
            values.put(one.id(), ask.amount("indicator." + one.id(), words.name(one.name()) + unit, null));
        }
        Checkbox out = new Checkbox(words.text("advocacy.app.publish-at-once"), page.mayKeep());
        if (page.mayKeep()) {
            ask.with(out);
        }
        ReportId id = ReportId.next();
        MemberId owner =
                page.speaks() && page.content().owner() instanceof Owner.OfMember(MemberId member) ? member : null;
        return ask.doing(() -> {
            desk.draft(
                    words.asker(),
                    new NewReport(
                            id,
                            page.card().id(),
                            text.getValue(),
                            words.language(),
                            progress.getValue() == null ? -1 : progress.getValue(),
                            owner,
                            typed(values)));
            if (out.getValue()) {
                desk.publish(words.asker(), id);
            }
        });
    }
}
