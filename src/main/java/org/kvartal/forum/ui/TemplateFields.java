package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.AgendaTemplate;
import org.kvartal.forum.AgendaTemplate.StandingItem;
import org.kvartal.forum.ItemKind;
import org.kvartal.shell.Icon;
import org.kvartal.shell.LocalizedField;

/** What each new session begins with: sections, and what stands in them every time. */
class TemplateFields extends Section {

    private static final int MINUTES = 10;

    private final Words words;
    private final List<SectionFields> sections = new ArrayList<>();
    private final Div list = new Div();

    TemplateFields(AgendaTemplate template, Words words) {
        this.words = words;
        addClassName("template");
        Paragraph hint = new Paragraph(words.text("forum.app.template.hint"));
        hint.addClassName("settings-hint");
        Button add = new Button(
                words.text("forum.app.template.add-section"),
                Icon.PLUS.create(),
                _ -> section(null).focus());
        list.addClassName("stack");
        add(new H3(words.text("forum.app.template")), hint, list, add);
        template.sections().forEach(this::section);
    }

    AgendaTemplate template() {
        return new AgendaTemplate(sections.stream()
                .filter(section -> !section.blank())
                .map(SectionFields::section)
                .toList());
    }

    /** Whether a name is missing where something stands; then it says so. */
    boolean incomplete() {
        return sections.stream().filter(section -> !section.blank()).anyMatch(SectionFields::incomplete);
    }

    private SectionFields section(AgendaTemplate.@Nullable Section section) {
        SectionFields fields = new SectionFields(section);
        sections.add(fields);
        list.add(fields);
        return fields;
    }

    /** One section, and its items. */
    private final class SectionFields extends Div {

        private final LocalizedField title;
        private final List<ItemFields> items = new ArrayList<>();
        private final Div rows = new Div();

        SectionFields(AgendaTemplate.@Nullable Section section) {
            addClassName("template-section");
            title = words.named("section", "forum.app.template.section").show(section == null ? null : section.title());
            rows.addClassName("stack");
            Button item = new Button(
                    words.text("forum.app.template.add-item"),
                    Icon.PLUS.create(),
                    _ -> standing(null).focus());
            item.addThemeVariants(ButtonVariant.TERTIARY);
            Button away = new Button(words.text("forum.app.template.remove-section"), _ -> {
                sections.remove(this);
                removeFromParent();
            });
            away.addThemeVariants(ButtonVariant.TERTIARY);
            Div acts = new Div(item, away);
            acts.addClassName("line");
            add(title, rows, acts);
            if (section != null) {
                section.items().forEach(this::standing);
            }
        }

        boolean blank() {
            return title.blank() && items.stream().allMatch(ItemFields::blank);
        }

        boolean incomplete() {
            return title.incomplete()
                    || items.stream().filter(item -> !item.blank()).anyMatch(ItemFields::incomplete);
        }

        void focus() {
            title.focus();
        }

        AgendaTemplate.Section section() {
            return new AgendaTemplate.Section(
                    title.text(),
                    items.stream()
                            .filter(item -> !item.blank())
                            .map(ItemFields::item)
                            .toList());
        }

        private ItemFields standing(@Nullable StandingItem item) {
            ItemFields fields = new ItemFields(item, gone -> {
                items.remove(gone);
                gone.removeFromParent();
            });
            items.add(fields);
            rows.add(fields);
            return fields;
        }
    }

    /** One standing item. */
    private final class ItemFields extends Div {

        private final LocalizedField title;
        private final Select<ItemKind> kind = Fields.kind(words);
        private final IntegerField minutes;

        ItemFields(@Nullable StandingItem item, Consumer<ItemFields> removing) {
            addClassName("template-item");
            title = words.named("item", "forum.app.template.item").show(item == null ? null : item.title());
            minutes = Fields.number(
                    words.text("forum.app.field.minutes"),
                    item == null ? MINUTES : item.minutes(),
                    1,
                    Agenda.MOST_MINUTES,
                    words);
            kind.setValue(item == null ? ItemKind.INFO : item.kind());
            Button away = new Button(words.text("forum.app.template.remove-item"), _ -> removing.accept(this));
            away.addThemeVariants(ButtonVariant.TERTIARY);
            add(title, Fields.beside(kind, minutes), away);
        }

        boolean blank() {
            return title.blank();
        }

        boolean incomplete() {
            return title.incomplete() || minutes.isInvalid() || minutes.isEmpty();
        }

        void focus() {
            title.focus();
        }

        StandingItem item() {
            return new StandingItem(title.text(), kind.getValue(), minutes.getValue());
        }
    }
}
