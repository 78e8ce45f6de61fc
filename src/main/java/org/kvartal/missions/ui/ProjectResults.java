package org.kvartal.missions.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FilePages;
import org.kvartal.files.StoredFile;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.ResultKind;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.Evidence;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.missions.Results.ResultLine;
import org.kvartal.shell.AmountField;
import org.kvartal.shell.DayField;
import org.springframework.stereotype.Component;

/** What came of a project or a mission: reported by those who keep it, verified by somebody else. */
@Component
class ProjectResults {

    /** Agreements enter the ledger by themselves. */
    private static final List<ResultKind> REPORTED = Arrays.stream(ResultKind.values())
            .filter(kind -> kind != ResultKind.AGREEMENT)
            .toList();

    private final Results results;
    private final ProjectForms forms;

    ProjectResults(Results results, ProjectForms forms) {
        this.results = results;
        this.forms = forms;
    }

    void into(Div side, ProjectPage page, List<ResultLine> lines, Supplier<Acts> acts) {
        into(side, new Claim.OfProject(page.line().id()), page.line().code(), page.mayKeep(), lines, acts);
    }

    /**
     * @param code of the project or the mission
     * @param mayReport whether the reader may report for it
     */
    void into(Div side, Claim claim, String code, boolean mayReport, List<ResultLine> lines, Supplier<Acts> acts) {
        Words words = acts.get().words();
        if (lines.isEmpty() && !mayReport) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("papers");
        lines.forEach(line -> list.add(line(line, words, acts)));
        Section part = Pieces.part(words.text("missions.project.results"), list);
        if (lines.isEmpty()) {
            part.add(new Paragraph(words.text("missions.project.no-results")));
        }
        if (mayReport) {
            part.add(acts.get()
                    .also("project-report", () -> report(claim, code, words))
                    .row());
        }
        side.add(part);
    }

    ListItem line(ResultLine line, Words words, Supplier<Acts> acts) {
        ResultContent content = line.content();
        Span value = new Span(what(content, words));
        value.addClassName("row-title");
        Div facts = new Div(ProjectPieces.badge(line.state(), words), new Span(words.day(content.on())));
        facts.addClassName("meta");
        PersonCard verifier = line.verifiedBy();
        if (verifier != null) {
            facts.add(new Span(verifier.name()));
        }
        ListItem item = new ListItem(value, facts, Pieces.prose(content.text(), content.language()));
        if (!content.link().isEmpty()) {
            Anchor link = new Anchor(content.link(), words.text("missions.project.evidence"));
            link.setRouterIgnore(true);
            link.getElement().setAttribute("rel", "noopener nofollow");
            item.add(link);
        }
        Evidence evidence = line.evidence();
        if (evidence != null) {
            item.add(evidence(evidence, words));
        }
        if (!line.verdict().isEmpty()) {
            item.add(Pieces.prose(line.verdict(), words.language()));
        }
        if (line.mayVerify()) {
            item.add(acts.get()
                    .also("project-verify", () -> judge(line, true, words))
                    .also("project-reject", () -> judge(line, false, words))
                    .row());
        }
        return item;
    }

    /** The agreement itself and what was signed; that it has ended since is said. */
    private static Div evidence(Evidence evidence, Words words) {
        Div shown = new Div();
        shown.addClassName("meta");
        shown.add(
                evidence.readable()
                        ? new Anchor(MissionPages.agreement(evidence.code()), evidence.code())
                        : new Span(evidence.code()));
        StoredFile file = evidence.file();
        if (file != null) {
            Anchor link = new Anchor(FilePages.file(file.id()), file.name());
            link.setRouterIgnore(true);
            shown.add(link);
        }
        if (evidence.state() != AgreementState.IN_FORCE) {
            shown.add(TripPieces.badge(evidence.state(), words));
        }
        return shown;
    }

    /** What came of it, in a few words: the number and its kind. */
    private static String what(ResultContent content, Words words) {
        return number(content.value(), words) + " · " + words.of("result-kind", content.kind());
    }

    private static String number(BigDecimal value, Words words) {
        return NumberFormat.getInstance(words.language().locale()).format(value);
    }

    private Ask report(Claim claim, String code, Words words) {
        Ask ask = Ask.titled(words, "missions.result." + code, "missions.app.project-report")
                .note(words.text("missions.app.project-report-text"));
        Select<ResultKind> kind = ask.choice(
                "kind",
                "missions.project.field.result-kind",
                REPORTED,
                one -> words.of("result-kind", one),
                REPORTED.getFirst());
        AmountField value = new AmountField(
                words.text("missions.project.field.value"), words.language(), words.text("shell.amount.unreadable"));
        value.setRequiredIndicatorVisible(true);
        ask.asking("value", value);
        TextArea text = ask.block("text", "missions.project.field.result-text", "", true);
        TextField link = ask.line("link", "missions.project.field.evidence", "", true);
        DayField on = ask.day("on", "missions.project.field.on", forms.today(), true);
        ResultId id = ResultId.next();
        return ask.doing(() -> {
            var _ = results.report(
                    words.asker(),
                    claim,
                    new ResultContent(
                            kind.getValue(),
                            Objects.requireNonNull(value.amount()),
                            text.getValue(),
                            words.language(),
                            on.getValue(),
                            link.getValue(),
                            null),
                    id);
        });
    }

    private Ask judge(ResultLine line, boolean there, Words words) {
        String what = there ? "project-verify" : "project-reject";
        Ask ask = new Ask(words, "missions." + what + "." + line.id(), "missions.app." + what)
                .note(what(line.content(), words))
                .note(words.text("missions.app." + what + "-text"));
        TextArea why = ask.block("words", "missions.project.field.verdict-words", "", true);
        return ask.doing(() -> {
            if (there) {
                results.verify(words.asker(), line.id(), line.version(), why.getValue());
            } else {
                results.reject(words.asker(), line.id(), line.version(), why.getValue());
            }
        });
    }
}
