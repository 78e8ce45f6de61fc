package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RelationKind;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.UnsentText;

/** States how an entry and another belong together, since when, and where that is known from. */
class RelationForm extends Div implements FormPart {

    /** @param outward whether it goes from this entry to the other */
    private record Way(RelationKind kind, boolean outward) {}

    private final RelationId id = RelationId.next();
    private final Select<Way> way = new Select<>();
    private final ComboBox<EntryCard> other = new ComboBox<>();
    private final RoughDateField since;
    private final RoughDateField until;
    private final LocalizedField about;
    private final TextField source;
    private final ErrorText problem = new ErrorText();

    RelationForm(DeskWords words, Directory directory, Entries entries, EntryId entry, Runnable stated, Runnable left) {
        addClassNames("relation-form", "card", "stack");
        way.setLabel(words.text("alliance.relate.kind"));
        way.setItems(ways());
        way.setItemLabelGenerator(one -> words.relation(one.kind(), one.outward()));
        way.setValue(new Way(RelationKind.MEMBER_OF, true));
        other.setLabel(words.text("alliance.relate.other"));
        other.setHelperText(words.text("alliance.relate.other-hint"));
        other.setItemLabelGenerator(card -> card.names().in(words.language()));
        FetchCallback<EntryCard, String> named = query -> {
            List<EntryCard> cards = directory
                    .search(
                            DirectoryFilter.ALL.withText(query.getFilter().orElse("")),
                            words.language(),
                            null,
                            query.getLimit())
                    .entries();
            return query.getOffset() > 0 ? Stream.empty() : cards.stream();
        };
        other.setItems(named);
        FormPart.mending(other);
        since = new RoughDateField(words.text("alliance.relate.since"), "since");
        since.setHelperText(words.text("alliance.relate.date-hint"));
        until = new RoughDateField(words.text("alliance.relate.until"), "until");
        about = FormPart.line(words, "about", "alliance.relate.about");
        source = FormPart.line(words.text("alliance.relate.source"));
        source.setHelperText(words.text("alliance.relate.source-hint"));
        UnsentText unsent = new UnsentText(words.asker(), "relation");
        unsent.keep("since", since);
        unsent.keep("until", until);
        unsent.keep("source", source);
        about.keptBy(unsent);
        Button state = new Button(words.text("alliance.relate.state"), _ -> {
            try {
                entries.relate(words.asker(), relation(entry));
                unsent.sent();
                stated.run();
            } catch (Refused refused) {
                String field = refused.field();
                if (field == null || !refuse(field, words.text(refused))) {
                    problem.say(words.text(refused));
                }
            }
        });
        state.addThemeVariants(ButtonVariant.PRIMARY);
        Button leave = new Button(words.text("alliance.form.cancel"), _ -> left.run());
        Div acts = new Div(state, leave);
        acts.addClassName("form-acts");
        Div dates = new Div(since, until);
        dates.addClassName("two");
        add(unsent, way, other, dates, about, source, problem, acts);
    }

    void focus() {
        way.focus();
    }

    private NewRelation relation(EntryId entry) {
        problem.clear();
        if (other.getValue() == null) {
            throw Refused.at("to", "alliance.refused.relation-other");
        }
        boolean outward = way.getValue().outward();
        EntryId chosen = other.getValue().id();
        return new NewRelation(
                id,
                outward ? entry : chosen,
                way.getValue().kind(),
                outward ? chosen : entry,
                since.date(),
                until.date(),
                about.textOrNull(),
                FormPart.typed(source));
    }

    @Override
    public boolean refuse(String field, String why) {
        return switch (field.split("\\.", 2)[0]) {
            case "to" -> FormPart.refuseAt(other, why);
            case "since" -> FormPart.refuseAt(since, why);
            case "until" -> FormPart.refuseAt(until, why);
            case "about" -> about.refuse(field, why);
            case "source" -> FormPart.refuseAt(source, why);
            default -> false;
        };
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (RelationKind kind : RelationKind.values()) {
            ways.add(new Way(kind, true));
            if (!kind.mutual()) {
                ways.add(new Way(kind, false));
            }
        }
        return ways;
    }
}
