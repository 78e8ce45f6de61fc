package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Presence.Proof;
import org.kvartal.forum.RoomFeed.RoomPage;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;

/** The way into the room: one press for whoever came by the picture on the wall, the number on the wall, or the call. */
class HallIn extends Section {

    private final RoomTools tools;
    private final Words words;
    private final Runnable again;
    private final Select<MemberCard> onBehalfOf = new Select<>();
    private final TextField number;
    private final ErrorText error = new ErrorText();
    private final Button here;
    private final Button type;
    private final Button join;
    private final Anchor call;
    private final Button leave;
    private final H2 title = new H2();
    private final Span said = new Span();
    private @Nullable String token;
    private boolean called;
    private @Nullable RoomPage page;

    HallIn(RoomTools tools, Words words, Runnable again) {
        this.tools = tools;
        this.words = words;
        this.again = again;
        addClassName("hall-in");
        List<MemberCard> speaksFor =
                words.asker().person().map(tools.mandates()::of).orElse(List.of());
        onBehalfOf.setLabel(words.text("forum.app.field.comes-for"));
        onBehalfOf.setEmptySelectionAllowed(true);
        onBehalfOf.setEmptySelectionCaption(words.text("forum.app.myself"));
        onBehalfOf.setItemLabelGenerator(
                card -> card == null ? words.text("forum.app.myself") : words.name(card.name()));
        onBehalfOf.setItems(speaksFor);
        onBehalfOf.setVisible(!speaksFor.isEmpty());
        if (!speaksFor.isEmpty()) {
            onBehalfOf.setValue(speaksFor.getFirst());
        }
        number = new TextField(words.text("forum.room.number"));
        number.setHelperText(words.text("forum.room.number-hint"));
        number.getElement().setAttribute("inputmode", "numeric");
        number.setAutocomplete(Autocomplete.OFF);
        here = new Button(words.text("forum.room.here"), Icon.CHECK.create(), _ -> come(new Proof.Picture(token())));
        here.addThemeVariants(ButtonVariant.PRIMARY);
        type = new Button(words.text("forum.room.check-in"), _ -> come(new Proof.Digits(number.getValue())));
        join = new Button(words.text("forum.room.join"), Icon.LINK.create(), _ -> join());
        // Phones open no page by themselves that somebody did not press for.
        call = new Anchor("", words.text("forum.app.call"));
        call.addClassNames("button", "main");
        call.getElement().setAttribute("target", "_blank").setAttribute("rel", "noopener");
        call.setRouterIgnore(true);
        leave = new Button(
                words.text("forum.room.leave"),
                _ -> act(() ->
                        tools.presence().leave(words.asker(), seen().session().id())));
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        add(title, said, onBehalfOf, here, number, type, join, call, error, leave);
    }

    /** What the picture on the wall led to, null for nothing. */
    void token(@Nullable String shown) {
        token = shown;
    }

    void show(RoomPage now, boolean runs) {
        page = now;
        setVisible(runs);
        boolean there = now.mine().there();
        title.setText(words.text(there ? "forum.room.you-are-there" : "forum.room.come-in"));
        said.setText(there ? words.text("forum.room.you-are-there-text") : "");
        said.setVisible(there);
        onBehalfOf.setVisible(!there && onBehalfOf.getListDataView().getItemCount() > 0);
        here.setVisible(!there && token != null);
        number.setVisible(!there && token == null);
        type.setVisible(!there && token == null);
        // Whoever sits in the room needs no call.
        join.setVisible(now.session().remote() && (!there || (now.mine().remote() && !called)));
        call.setVisible(there && called);
        join.setText(words.text(there ? "forum.app.call" : "forum.room.join"));
        leave.setVisible(there);
    }

    private RoomPage seen() {
        return Objects.requireNonNull(page);
    }

    private String token() {
        return token == null ? "" : token;
    }

    private @Nullable MemberId association() {
        MemberCard chosen = onBehalfOf.getValue();
        return chosen == null || seen().mine().there() ? null : chosen.id();
    }

    private void come(Proof proof) {
        act(() -> tools.presence().checkIn(words.asker(), seen().session().id(), proof, association()));
    }

    private void join() {
        act(() -> {
            call.setHref(tools.presence().join(words.asker(), seen().session().id(), association()));
            called = true;
        });
        if (call.isVisible()) {
            call.focus();
        }
    }

    private void act(Runnable act) {
        error.clear();
        number.setInvalid(false);
        try {
            act.run();
        } catch (Refused refused) {
            say(refused);
            if ("forum.refused.code-old".equals(refused.key())) {
                // The picture is too old: there is still the number.
                token = null;
            }
        } catch (Forbidden mandateEnded) {
            error.say(words.text("forum.refused.mandate"));
        }
        again.run();
    }

    /** What is wrong with the number is said beside it. */
    private void say(Refused refused) {
        if (number.isVisible() && refused.key().startsWith("forum.refused.code")) {
            number.setErrorMessage(words.refusal(refused));
            number.setInvalid(true);
            number.focus();
        } else {
            error.say(words.refusal(refused));
        }
    }
}
