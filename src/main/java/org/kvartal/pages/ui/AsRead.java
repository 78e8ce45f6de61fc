package org.kvartal.pages.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Markdown;
import org.kvartal.pages.NewsContent;
import org.kvartal.shell.Prose;

/** Texts as everybody will read them, language by language. */
class AsRead extends Div {

    private AsRead() {}

    /** The text of a standing page. */
    static AsRead page(LocalizedText text) {
        AsRead shown = new AsRead();
        languages(text).forEach(language -> shown.add(part(language, null, text.in(language))));
        return shown;
    }

    /** @param picture its address; null where there is none */
    static AsRead piece(NewsContent content, @Nullable String picture) {
        AsRead shown = new AsRead();
        NewsContent.Picture about = content.picture();
        if (picture != null && about != null && about.text() != null) {
            Image image = new Image(picture, about.text().in(content.title().source()));
            image.getElement()
                    .setAttribute(
                            "lang",
                            about.text().shownIn(content.title().source()).code());
            Div frame = new Div(image);
            frame.addClassName("news-picture");
            shown.add(frame);
        }
        languages(content.title())
                .forEach(language -> shown.add(part(
                        language, content.title().in(language), content.text().in(language))));
        return shown;
    }

    /** The one it was written in first. */
    private static List<Language> languages(LocalizedText text) {
        return text.texts().keySet().stream()
                .sorted(Comparator.comparing((Language language) -> language != text.source())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Section part(Language language, @Nullable String title, String text) {
        Span name = new Span(language.ownName());
        name.getElement().setAttribute("lang", language.code());
        Div kicker = new Div(name);
        kicker.addClassName("meta");
        Section part = new Section(kicker);
        part.addClassName("as-read");
        if (title != null) {
            H2 heading = new H2(title);
            heading.getElement().setAttribute("lang", language.code());
            part.add(heading);
        }
        part.add(new Prose(Markdown.render(text), language));
        return part;
    }
}
