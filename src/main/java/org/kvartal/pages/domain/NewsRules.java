package org.kvartal.pages.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsContent.Picture;

/** What a piece of news has to be before it is kept. */
final class NewsRules {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int REASON_LENGTH = 1_000;

    private NewsRules() {}

    /** @return as it is kept: a title and a text in each of its languages, and a description to each picture */
    static NewsContent kept(NewsContent typed, LocalDate today) {
        LocalizedText title =
                Typed.title("title", typed.title(), NewsContent.TITLE_LENGTH).asLine();
        LocalizedText text = Objects.requireNonNull(Typed.text("text", typed.text(), NewsContent.TEXT_LENGTH));
        requireBoth(title, text);
        return new NewsContent(
                title, new LocalizedText(title.source(), text.texts()), picture(typed.picture()), day(typed, today));
    }

    static String reason(String typed) {
        return Typed.requiredBlock("reason", typed, REASON_LENGTH);
    }

    private static void requireBoth(LocalizedText title, LocalizedText text) {
        List<Refused> missing = new ArrayList<>();
        for (Language language : Language.values()) {
            boolean titled = title.texts().containsKey(language);
            if (titled && !text.texts().containsKey(language)) {
                missing.add(Refused.at("text." + language.code(), "pages.refused.text-missing"));
            } else if (!titled && text.texts().containsKey(language)) {
                missing.add(Refused.at("title." + language.code(), "pages.refused.title-missing"));
            }
        }
        if (!missing.isEmpty()) {
            throw Refused.together(missing);
        }
    }

    private static @Nullable Picture picture(@Nullable Picture typed) {
        if (typed == null) {
            return null;
        }
        LocalizedText text = typed.text();
        if (text == null) {
            throw Refused.at("picture.text", "pages.refused.picture-text");
        }
        return new Picture(
                typed.file(),
                Typed.title("picture.text", text, NewsContent.PICTURE_LENGTH).asLine());
    }

    /** What is announced for a day to come would have to appear by itself: news stand under the day on which they could be read. */
    private static @Nullable LocalDate day(NewsContent typed, LocalDate today) {
        LocalDate day = typed.day();
        if (day != null && (day.isAfter(today) || day.isBefore(EARLIEST))) {
            throw Refused.at("day", "pages.refused.day");
        }
        return day;
    }
}
