package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.WrittenMandates;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.ReasonSheet;
import org.kvartal.site.TooOften;

/** Who represents an organisation: now, later, by an invitation, and who did. Whoever may gives and ends mandates here. */
class RepresentativesPart extends Section {

    private final Mandates mandates;
    private final WrittenMandates written;
    private final PersonField people;
    private final Words words;
    private final MemberId association;
    private final Runnable again;
    private final Div place = new Div();

    /** @param again has the page read again */
    RepresentativesPart(
            MemberPage page,
            Mandates mandates,
            WrittenMandates written,
            PersonField people,
            Words words,
            Runnable again) {
        this.mandates = mandates;
        this.written = written;
        this.people = people;
        this.words = words;
        this.association = page.profile().card().id();
        this.again = again;
        addClassName("part");
        Div head = new Div(new H2(words.text("membership.app.mandates.title")));
        head.addClassNames("part-head", "between");
        add(head);
        if (page.profile().mayMandate()) {
            head.add(acts());
        }
        add(place);
        List<MandateLine> open = page.mandates().stream()
                .filter(line -> line.state() != MandateState.ENDED)
                .toList();
        if (open.isEmpty()) {
            Paragraph none = new Paragraph(words.text("membership.app.mandates.none"));
            none.addClassName("part-none");
            add(none);
        } else {
            add(rows(open));
        }
        List<MandateLine> ended = page.mandates().stream()
                .filter(line -> line.state() == MandateState.ENDED)
                .toList();
        if (!ended.isEmpty()) {
            Details earlier = new Details(words.text("membership.app.mandates.earlier", ended.size()), rows(ended));
            earlier.addClassName("earlier");
            add(earlier);
        }
    }

    private Div acts() {
        Button invite = new Button(
                words.text("membership.app.invite"),
                Icon.MAIL.create(),
                _ -> new InviteForm(mandates, written, association, words)
                        .openIn(place, "membership.app.invite.done", again));
        Button give = new Button(
                words.text("membership.app.give"),
                _ -> new GiveForm(mandates, written, association, people, words)
                        .openIn(place, "membership.app.give.done", again));
        Div acts = new Div(invite, give);
        acts.addClassName("line");
        return acts;
    }

    private UnorderedList rows(List<MandateLine> lines) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        lines.forEach(line -> list.add(row(line)));
        return list;
    }

    private MandateRow row(MandateLine line) {
        List<Button> acts = new ArrayList<>();
        if (line.mayInvite()) {
            Button send = new Button(
                    words.text(
                            line.invited() == null
                                    ? "membership.app.mandates.send"
                                    : "membership.app.mandates.send-again"),
                    _ -> send(line.id()));
            send.setAriaLabel(words.text("membership.app.mandates.send-which", line.name()));
            send.addThemeVariants(ButtonVariant.TERTIARY);
            send.setDisableOnClick(true);
            acts.add(send);
        }
        Button attach = AttachPart.button(!line.documents().isEmpty(), line.name(), words);
        if (line.mayAttach()) {
            acts.add(attach);
        }
        Button end = new Button();
        if (line.mayEnd()) {
            boolean invitation = line.person() == null;
            end.setText(words.text(invitation ? "membership.app.mandates.take-back" : "membership.app.mandates.end"));
            end.setAriaLabel(words.text(
                    invitation ? "membership.app.mandates.take-back-which" : "membership.app.mandates.end-which",
                    line.name()));
            end.addThemeVariants(ButtonVariant.TERTIARY);
            acts.add(end);
        }
        MandateRow row = new MandateRow(line, words, acts.toArray(Button[]::new));
        attach.addClickListener(_ -> new AttachPart(written, line.id(), words).openIn(row.place(), again));
        end.addClickListener(_ -> ending(line).openIn(row.place(), "membership.app.mandates.over", again));
        return row;
    }

    private ReasonSheet ending(MandateLine line) {
        boolean own = line.person() != null && words.isMe(line.person().id());
        boolean invitation = line.person() == null;
        String key = invitation ? "membership.app.mandates.take-back" : "membership.app.mandates.end";
        ReasonSheet ending = new ReasonSheet(
                words,
                "end " + line.id(),
                words.text(own ? "membership.app.mandates.end-own-text" : key + "-text", line.name()),
                words.text(key),
                reason -> mandates.end(words.asker(), line.id(), reason));
        return own ? ending.optional() : ending;
    }

    private void send(MandateId mandate) {
        try {
            mandates.sendInvitation(words.asker(), mandate);
            Notices.done(words.text("membership.app.invite.done"));
        } catch (Refused over) {
            Notices.problem(words.refusal(over));
        } catch (TooOften tooOften) {
            Notices.problem(words.refusal(tooOften));
        }
        again.run();
    }
}
