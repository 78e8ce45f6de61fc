package org.kvartal.discussions.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.Needs.PeopleBehind;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PersonChip;

/** Who stands behind a need, and where one joins them: as oneself, or for an association for which one speaks. */
class NeedBacking extends Div {

    private static final int PEOPLE = 60;

    private final NeedDesk desk;
    private final ThreadId thread;
    private final Reader reader;
    private final Consumer<Runnable> acting;
    private final Paragraph counts = new Paragraph();
    private final UnorderedList associations = new UnorderedList();
    private final NativeButton who = new NativeButton();
    private final Div people = new Div();
    private final Select<Voices.Voice> voice = new Select<>();
    private final Span given = new Span();
    private final Button join = new Button();
    private final Div acts = new Div();
    private @Nullable NeedCard card;
    private @Nullable Button unmark;

    /** @param acting does what it is handed, says what went wrong, and shows the need again */
    NeedBacking(NeedDesk desk, ThreadId thread, Reader reader, Consumer<Runnable> acting) {
        this.desk = desk;
        this.thread = thread;
        this.reader = reader;
        this.acting = acting;
        addClassName("need-backing");
        counts.addClassName("need-counts");
        associations.addClassName("need-associations");
        associations.getElement().setAttribute("aria-label", getTranslation("discussions.need.associations-list"));
        who.addClassName("need-people-button");
        who.addClickListener(_ -> togglePeople());
        people.addClassName("need-people");
        people.setVisible(false);
        given.addClassName("need-given");
        acts.addClassName("need-acts");
        join.addClickListener(_ -> press());
        offerVoices();
        acts.add(voice, given, join);
        Div line = new Div(counts, who);
        line.addClassName("need-line");
        add(line, associations, people, acts);
    }

    /** What else may be done, for whoever may. */
    void offer(Button change, Button unmark) {
        this.unmark = unmark;
        acts.add(change, unmark);
        if (card != null) {
            show(card);
        }
    }

    /** Shows the need as it stands now; what has the focus keeps it. */
    void show(NeedCard need) {
        card = need;
        counts.setText(counted(need));
        associations.removeAll();
        need.behind().forEach(association -> associations.add(new ListItem(link(association))));
        int unnamed = need.associations() - need.behind().size();
        if (unnamed > 0) {
            associations.add(new ListItem(getTranslation("discussions.need.more", unnamed)));
        }
        associations.setVisible(need.associations() > 0);
        who.setVisible(need.people() > 0);
        if (need.people() == 0) {
            people.setVisible(false);
        }
        if (people.isVisible()) {
            showPeople();
        }
        sayWho();
        showSupport();
        if (unmark != null) {
            unmark.setVisible(!need.supported());
        }
    }

    private String counted(NeedCard need) {
        if (!need.supported()) {
            return getTranslation("discussions.need.behind-nobody");
        }
        if (need.associations() == 0) {
            return getTranslation("discussions.need.behind-people", need.people());
        }
        if (need.people() == 0) {
            return getTranslation("discussions.need.behind-associations", need.associations());
        }
        return getTranslation(
                "discussions.need.behind-both",
                getTranslation("discussions.need.people", need.people()),
                getTranslation("discussions.need.associations", need.associations()));
    }

    private Anchor link(MemberCard association) {
        Anchor link = new Anchor(
                MembershipPages.member(association.number()), association.name().in(reader.language()));
        link.getElement()
                .setAttribute(
                        "lang", association.name().shownIn(reader.language()).code());
        return link;
    }

    // ---------- people ----------

    private void togglePeople() {
        people.setVisible(!people.isVisible());
        if (people.isVisible()) {
            showPeople();
        }
        sayWho();
    }

    private void sayWho() {
        who.setText(
                getTranslation(people.isVisible() ? "discussions.need.hide-people" : "discussions.need.show-people"));
        who.getElement().setAttribute("aria-expanded", String.valueOf(people.isVisible()));
    }

    private void showPeople() {
        people.removeAll();
        PeopleBehind behind = desk.needs().people(reader.asker(), thread, PEOPLE);
        for (PersonCard person : behind.shown()) {
            people.add(new PersonChip(person.id(), person.name(), person.picture(), person.language()));
        }
        if (behind.others() > 0) {
            people.add(new Span(
                    behind.shown().isEmpty()
                            ? getTranslation("discussions.need.nameless")
                            : getTranslation("discussions.need.more", behind.others())));
        }
    }

    // ---------- support ----------

    private void offerVoices() {
        List<Voices.Voice> others = desk.voices().of(reader);
        Voices.Voice myself = new Voices.Voice(
                "",
                getTranslation("discussions.app.write.as-myself"),
                reader.language().code());
        voice.addClassName("need-voice");
        voice.setAriaLabel(getTranslation("discussions.app.write.voice"));
        voice.setItems(Stream.concat(Stream.of(myself), others.stream()).toList());
        voice.setItemLabelGenerator(
                one -> one.id().isEmpty() ? one.name() : getTranslation("discussions.app.write.for", one.name()));
        voice.setValue(myself);
        voice.setVisible(!others.isEmpty());
        voice.addValueChangeListener(_ -> showSupport());
    }

    private @Nullable MemberId chosen() {
        Voices.Voice one = voice.getValue();
        return one == null || one.id().isEmpty() ? null : MemberId.of(one.id());
    }

    private boolean supports() {
        MemberId association = chosen();
        NeedCard need = card;
        if (need == null) {
            return false;
        }
        return association == null
                ? need.mine()
                : need.behind().stream().anyMatch(one -> one.id().equals(association));
    }

    private void showSupport() {
        boolean supports = supports();
        given.removeAll();
        given.setVisible(supports);
        if (supports) {
            given.add(
                    Icon.CHECK.small(),
                    new Span(
                            chosen() == null
                                    ? getTranslation("discussions.need.mine")
                                    : getTranslation(
                                            "discussions.need.ours",
                                            voice.getValue().name())));
        }
        join.setText(getTranslation(supports ? "discussions.need.withdraw" : "discussions.need.support"));
        join.removeThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.TERTIARY);
        join.addThemeVariants(supports ? ButtonVariant.TERTIARY : ButtonVariant.PRIMARY);
    }

    private void press() {
        boolean supports = supports();
        MemberId association = chosen();
        acting.accept(() -> {
            try {
                if (supports) {
                    desk.needs().withdraw(reader.asker(), thread, association);
                } else {
                    desk.needs().support(reader.asker(), thread, association);
                }
            } catch (Forbidden forbidden) {
                if (association == null) {
                    throw forbidden;
                }
                throw Refused.because(
                        "discussions.refused.support-mandate-ended",
                        voice.getValue().name());
            }
        });
        if (supports() != supports) {
            Notices.whisper(
                    UI.getCurrent(), getTranslation(supports ? "discussions.need.left" : "discussions.need.joined"));
        }
    }
}
