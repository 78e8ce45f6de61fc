package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.MinutesDesk.Suggestion;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.OfferedLanguages;

/**
 * The wording of a paragraph, a field per language. Where one language is worded anew and others are left as they were, these go, unless whoever words it says that they
 * still say the same.
 *
 * @see "Decision record 0109, minutes say the same in each of their languages"
 */
final class WordingFields {

    private final LocalizedText before;
    private final Map<Language, TextArea> areas = new EnumMap<>(Language.class);
    private final Checkbox same;
    private final Paragraph hint;
    private final @Nullable Language suggested;
    private final Language first;

    /** @param wish what somebody suggests instead, null for nothing */
    WordingFields(WordedSheet sheet, LocalizedText before, @Nullable Suggestion wish, Words words) {
        this.before = before;
        suggested = wish == null ? null : wish.language();
        first = suggested == null ? words.language() : suggested;
        for (Language language : Language.values()) {
            if (!before.texts().containsKey(language)
                    && !OfferedLanguages.with(first).contains(language)) {
                continue;
            }
            TextArea area = sheet.asked("text." + language.code(), new TextArea(language.ownName()));
            area.setValue(before.texts().getOrDefault(language, ""));
            area.setMinRows(2);
            area.getElement().setAttribute("lang", language.code());
            areas.put(language, area);
        }
        if (wish != null) {
            Objects.requireNonNull(areas.get(wish.language())).setValue(wish.text());
        }
        same = new Checkbox(words.text("forum.minutes.same"));
        hint = new Paragraph(words.text("forum.minutes.same-hint"));
        hint.addClassName("figure-words");
        boolean others = before.texts().keySet().stream().anyMatch(language -> language != suggested)
                && (before.texts().size() > 1 || suggested != null);
        same.setVisible(others);
        hint.setVisible(others);
    }

    /** The language of a suggestion first, and otherwise the reader's own. */
    List<Component> parts() {
        List<Component> parts = new ArrayList<>();
        parts.add(Objects.requireNonNull(areas.get(first)));
        areas.forEach((language, area) -> {
            if (language != first) {
                parts.add(area);
            }
        });
        parts.add(same);
        parts.add(hint);
        return parts;
    }

    /** @throws Refused where there are no words in any language */
    LocalizedText typed() {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        Set<Language> anew = EnumSet.noneOf(Language.class);
        areas.forEach((language, area) -> {
            String text = PlainText.block(area.getValue()).strip();
            String old = before.texts().get(language);
            texts.put(language, text);
            boolean changed = !text.isEmpty() && (language == suggested || (old != null && !old.equals(text)));
            if (changed) {
                anew.add(language);
            }
        });
        if (!anew.isEmpty() && !same.getValue()) {
            texts.entrySet()
                    .removeIf(text -> !anew.contains(text.getKey())
                            && text.getValue().equals(before.texts().get(text.getKey())));
        }
        LocalizedText typed = LocalizedText.typed(before.source(), texts);
        if (typed == null) {
            throw Refused.at("text." + before.source().code(), "kernel.refused.missing");
        }
        return typed;
    }
}
