package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.Tally;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.Majority;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.MinutesPublished;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.SuggestionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Minutes put themselves together, are read by those who were there, and stand for good once they are approved. */
@RecordApplicationEvents
class MinutesModuleTests extends RoomHouse {

    @Autowired
    ApplicationEvents events;

    private Asker vera;

    @BeforeEach
    void aSessionWasHeld() {
        theSessionBegins();
        vera = visitor("Vera Visitor");
        comes(vera);
        MemberCard weavers = association("Weavers’ guild");
        comes(delegate(weavers), weavers.id());
        take(looms);
        clock.turn(Duration.ofMinutes(12));
        ballots.hands(facilitator, ballot(BallotId.next(), Voters.PEOPLE, Majority.SIMPLE, false), new Tally(5, 2, 0));
        noted(OutcomeKind.DECISION, looms, "We rent the hall");
        internal();
        take(kiln);
        noted(OutcomeKind.NOTE, kiln, "Between us");
        closes();
    }

    /** The kiln is spoken of among those who facilitate. */
    private void internal() {
        ItemLine item = item(kiln);
        agenda.edit(
                facilitator,
                new ItemEdit(
                        kiln,
                        item.version(),
                        "A kiln for potters",
                        "",
                        ItemKind.DISCUSS,
                        20,
                        "",
                        ItemVisibility.INTERNAL,
                        null));
    }

    @Test
    void theyPutThemselvesTogetherInAllLanguagesFromWhatHappened() {
        MinutesPage page = page(facilitator);

        assertThat(page.edition().state()).isEqualTo(MinutesState.DRAFT);
        assertThat(page.paragraphs())
                .extracting(Paragraph::kind)
                .containsSubsequence(
                        ParagraphKind.OPENING,
                        ParagraphKind.PRESENT,
                        ParagraphKind.NAMES,
                        ParagraphKind.ITEM,
                        ParagraphKind.VOTE,
                        ParagraphKind.OUTCOME,
                        ParagraphKind.CLOSING);
        assertThat(texts(page, Language.EN))
                .anySatisfy(text -> assertThat(text)
                        .contains("2 people were present, 1 association was represented: Weavers’ guild."))
                .anySatisfy(text -> assertThat(text)
                        .contains("5 for, 2 against, 0 abstained. Passed. More were for it than against it."))
                .anySatisfy(text -> assertThat(text).contains("Decided: We rent the hall"));
        assertThat(texts(page, Language.RU)).anySatisfy(text -> assertThat(text).contains("Решили: We rent the hall"));
        assertThat(texts(page, Language.BG)).anySatisfy(text -> assertThat(text).contains("Реши се: We rent the hall"));
    }

    @Test
    void aDraftIsReadByWhoeverFacilitatesAndByNobodyElse() {
        assertThat(minutes.find(vera, code, null)).isEmpty();
        assertThat(minutes.find(Asker.guest(), code, null)).isEmpty();
    }

    @Test
    void whoWasThereIsToldAndSuggestsOtherWords() {
        minutes.review(facilitator, running);
        isTold(vera, "You were there");
        Paragraph decided = paragraph("Decided:");
        SuggestionId suggestion = SuggestionId.next();

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> minutes.suggest(member, SuggestionId.next(), decided.id(), Language.EN, "No", ""));
        minutes.suggest(
                vera, suggestion, decided.id(), Language.EN, "Decided: We rent the hall for a year", "It was a year.");
        assertThat(page(vera).suggestions()).hasSize(1);
        assertThat(page(member).suggestions()).as("others see their own alone").isEmpty();
        clock.turn(Duration.ofDays(MinutesDesk.REVIEW_DAYS));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> minutes.approve(facilitator, running))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.suggestions-wait"));
        minutes.take(facilitator, suggestion);

        assertThat(page(facilitator).edition().state()).isEqualTo(MinutesState.DRAFT);
        assertThat(texts(page(facilitator), Language.EN)).contains("Decided: We rent the hall for a year");
        assertThat(texts(page(facilitator), Language.RU)).contains("Решили: We rent the hall");
    }

    @Test
    void theyAreNotApprovedBeforeTheDaysOfReadingAreOver() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> minutes.approve(facilitator, running));
        minutes.review(facilitator, running);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> minutes.approve(facilitator, running))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("forum.refused.review-runs"));
        clock.turn(Duration.ofDays(MinutesDesk.REVIEW_DAYS));

        minutes.approve(facilitator, running);

        assertThat(page(vera).edition().state()).isEqualTo(MinutesState.APPROVED);
        assertThat(minutes.find(Asker.guest(), code, null)).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .as("what stands is not opened again")
                .isThrownBy(() -> room.askReopening(facilitator, running, "Once more."));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> minutes.word(
                        facilitator, paragraph("Decided:").id(), 0, LocalizedText.of(Language.EN, "Something else")));
    }

    @Test
    void whatIsPublishedHoldsNothingInternalAndNoNames() {
        published();

        MinutesPage open = page(Asker.guest());
        assertThat(texts(open, Language.EN))
                .noneSatisfy(text -> assertThat(text).contains("Between us"))
                .noneSatisfy(text -> assertThat(text).contains("Vera Visitor"))
                .anySatisfy(text -> assertThat(text).contains("Decided: We rent the hall"));
        assertThat(texts(page(vera), Language.EN))
                .noneSatisfy(text -> assertThat(text).contains("Between us"))
                .anySatisfy(text -> assertThat(text).contains("Vera Visitor"));
        assertThat(texts(page(facilitator), Language.EN))
                .anySatisfy(text -> assertThat(text).contains("Between us"));
        assertThat(events.stream(MinutesPublished.class)).hasSize(1);
        isTold(vera, "are published");
    }

    @Test
    void aCorrectionIsANewEditionAndTheOldOneCanStillBeRead() {
        published();
        Paragraph decided = paragraph("Decided:");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> minutes.correct(facilitator, running, " ", Map.of()))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));

        minutes.correct(
                facilitator,
                running,
                "The year was missing.",
                Map.of(decided.id(), LocalizedText.of(Language.EN, "Decided: We rent the hall for a year")));

        MinutesPage now = page(Asker.guest());
        assertThat(now.edition().number()).isEqualTo(2);
        assertThat(now.edition().state()).isEqualTo(MinutesState.PUBLISHED);
        assertThat(now.edition().reason()).isEqualTo("The year was missing.");
        assertThat(texts(now, Language.EN)).contains("Decided: We rent the hall for a year");
        MinutesPage before = minutes.find(Asker.guest(), code, 1).orElseThrow();
        assertThat(before.edition().state()).isEqualTo(MinutesState.CORRECTED);
        assertThat(texts(before, Language.EN)).contains("Decided: We rent the hall");
    }

    @Test
    void twoWhoWordTheSameParagraphDoNotOverwriteEachOther() {
        Paragraph decided = paragraph("Decided:");
        minutes.word(facilitator, decided.id(), decided.version(), LocalizedText.of(Language.EN, "Decided: one"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> minutes.word(
                        officer, decided.id(), decided.version(), LocalizedText.of(Language.EN, "Decided: two")));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> minutes.word(
                        vera, decided.id(), decided.version() + 1, LocalizedText.of(Language.EN, "Decided: three")));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 8})
    void randomActsNeverTakeMinutesElsewhere(long seed) {
        Random random = new Random(seed);
        MinutesState before = MinutesState.DRAFT;
        for (int step = 0; step < 25; step++) {
            int editions = page(facilitator).editions().size();
            try {
                switch (random.nextInt(6)) {
                    case 0 -> minutes.review(facilitator, running);
                    case 1 -> minutes.redraft(facilitator, running);
                    case 2 -> minutes.approve(facilitator, running);
                    case 3 -> minutes.publish(facilitator, running);
                    case 4 -> minutes.correct(facilitator, running, "A word.", Map.of());
                    default -> clock.turn(Duration.ofDays(4));
                }
            } catch (Refused rule) {
                // Then nothing has changed.
            }
            MinutesPage now = page(facilitator);
            MinutesState state = now.edition().state();
            if (now.editions().size() == editions) {
                assertThat(state == before || before.next().contains(state))
                        .as("%s after %s", state, before)
                        .isTrue();
            } else {
                assertThat(state)
                        .as("a new edition stands where the old one stood")
                        .isEqualTo(before);
                assertThat(before.settled()).isTrue();
            }
            before = state;
        }
    }

    private void published() {
        minutes.review(facilitator, running);
        clock.turn(Duration.ofDays(MinutesDesk.REVIEW_DAYS));
        minutes.approve(facilitator, running);
        minutes.publish(facilitator, running);
    }

    private MinutesPage page(Asker asker) {
        return minutes.find(asker, code, null).orElseThrow();
    }

    private Paragraph paragraph(String part) {
        return page(facilitator).paragraphs().stream()
                .filter(one -> one.text().in(Language.EN).contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(MinutesPage page, Language language) {
        return page.paragraphs().stream().map(one -> one.text().in(language)).toList();
    }
}
