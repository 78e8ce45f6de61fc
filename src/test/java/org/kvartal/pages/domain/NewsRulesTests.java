package org.kvartal.pages.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.PagesRights;

class NewsRulesTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static final LocalizedText TITLE = LocalizedText.of(Language.EN, "  The hall \n is open ");
    private static final LocalizedText TEXT = LocalizedText.of(Language.EN, "Every Thursday.\n\nCome.");

    @Test
    void aTitleIsKeptInOneLineAndATextWithItsParagraphs() {
        NewsContent kept = NewsRules.kept(new NewsContent(TITLE, TEXT, null, null), TODAY);

        assertThat(kept.title().in(Language.EN)).isEqualTo("The hall is open");
        assertThat(kept.text().in(Language.EN)).isEqualTo("Every Thursday.\n\nCome.");
    }

    @Test
    void aTitleWithoutATextInItsLanguageIsRefusedThereAndTheOtherWayRound() {
        LocalizedText both = new LocalizedText(Language.EN, Map.of(Language.EN, "Open", Language.RU, "Открыто"));
        LocalizedText others = new LocalizedText(Language.EN, Map.of(Language.EN, "Open", Language.BG, "Отворено"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> NewsRules.kept(new NewsContent(both, others, null, null), TODAY))
                .satisfies(refused -> assertThat(refused.all())
                        .extracting(Refused::field, Refused::key)
                        .containsExactly(
                                tuple("text.ru", "pages.refused.text-missing"),
                                tuple("title.bg", "pages.refused.title-missing")));
    }

    @Test
    void aTextBeginsInTheLanguageOfItsTitle() {
        LocalizedText title = new LocalizedText(Language.RU, Map.of(Language.EN, "Open", Language.RU, "Открыто"));
        LocalizedText text = new LocalizedText(Language.EN, Map.of(Language.EN, "Come.", Language.RU, "Приходите."));

        assertThat(NewsRules.kept(new NewsContent(title, text, null, null), TODAY)
                        .text()
                        .source())
                .isEqualTo(Language.RU);
    }

    @Test
    void aPictureNeedsWordsForThoseWhoDoNotSeeIt() {
        Picture silent = new Picture(FileId.next(), null);

        assertThat(refusedAt(silent, null)).isEqualTo("picture.text");
    }

    @Test
    void newsStandUnderTodayOrAnEarlierDay() {
        assertThat(NewsRules.kept(new NewsContent(TITLE, TEXT, null, TODAY), TODAY)
                        .day())
                .isEqualTo(TODAY);
        assertThat(refusedAt(null, TODAY.plusDays(1))).isEqualTo("day");
        assertThat(refusedAt(null, LocalDate.of(26, 11, 26))).isEqualTo("day");
    }

    private static @Nullable String refusedAt(@Nullable Picture picture, @Nullable LocalDate day) {
        try {
            NewsRules.kept(new NewsContent(TITLE, TEXT, picture, day), TODAY);
        } catch (Refused refused) {
            return refused.field();
        }
        throw new AssertionError("it was taken");
    }

    @Test
    void aDraftIsNeitherWithdrawnNorChangedByWhoeverHasNotSeenIt() {
        NewsPiece piece = NewsPiece.begin(NewsId.next(), content(), null, NOW);

        // It has a version only once it is kept.
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> piece.change(7, content(), NOW))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(PagesRights.CHANGED));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> piece.withdraw(7, NOW));
    }

    @Test
    void theSameWordsAreTheSamePiece() {
        NewsPiece piece = NewsPiece.begin(NewsId.next(), content(), null, NOW);

        assertThat(piece.says(content())).isTrue();
        assertThat(piece.says(new NewsContent(TEXT, TEXT, null, null))).isFalse();
    }

    private static NewsContent content() {
        return NewsRules.kept(new NewsContent(TITLE, TEXT, null, null), TODAY);
    }
}
