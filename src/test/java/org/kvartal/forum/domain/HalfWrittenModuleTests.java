package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.NewOutcome;
import org.kvartal.forum.Outcomes.OutcomeContent;
import org.kvartal.forum.Outcomes.OutcomeDraft;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** What a facilitator has begun to write down is there wherever they go on, and for nobody else. */
class HalfWrittenModuleTests extends RoomHouse {

    @Autowired
    HalfWritten halfWritten;

    @BeforeEach
    void theRoomSpeaks() {
        theSessionBegins();
        take(looms);
    }

    @Test
    void itIsKeptForItsWriterByKindUntilItIsWrittenDown() {
        OutcomeContent task = new OutcomeContent(
                "Ask the museum", Language.RU, member.requirePerson(), LocalDate.parse("2031-05-01"), null);
        keep(OutcomeKind.DECISION, "We rent");
        keep(OutcomeKind.DECISION, "We rent the hall");
        outcomes.keepDraft(facilitator, new OutcomeDraft(looms, OutcomeKind.TASK, task));

        assertThat(outcomes.drafts(facilitator, looms))
                .extracting(OutcomeDraft::content)
                .containsExactlyInAnyOrder(OutcomeContent.words("We rent the hall", Language.EN), task);
        assertThat(outcomes.drafts(facilitator, kiln)).isEmpty();
        assertThat(outcomes.drafts(officer, looms)).as("theirs alone").isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> outcomes.drafts(member, looms));
        assertThat(outcomes.of(officer, code)).as("nothing is written down").isEmpty();

        outcomes.add(
                facilitator,
                new NewOutcome(
                        OutcomeId.next(),
                        looms,
                        OutcomeKind.DECISION,
                        OutcomeContent.words("We rent the hall", Language.EN)));
        assertThat(outcomes.drafts(facilitator, looms))
                .extracting(OutcomeDraft::kind)
                .containsExactly(OutcomeKind.TASK);
        outcomes.dropDraft(facilitator, looms, OutcomeKind.TASK);
        assertThat(outcomes.drafts(facilitator, looms)).isEmpty();
    }

    @Test
    void emptyWordsAreForgottenAndTooManyRefused() {
        keep(OutcomeKind.NOTE, "It rains");
        keep(OutcomeKind.NOTE, "  ");
        assertThat(outcomes.drafts(facilitator, looms)).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> keep(OutcomeKind.NOTE, "x".repeat(Outcomes.TEXT_LENGTH + 1)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("text"));
        keep(OutcomeKind.NOTE, "'); DROP TABLE outcome_draft; --\u0000<b>");
        assertThat(outcomes.drafts(facilitator, looms)).hasSize(1);
    }

    @Test
    void itIsForgottenAfterTwoWeeks() {
        keep(OutcomeKind.NOTE, "It rains");
        clock.turn(Duration.ofDays(13));
        keep(OutcomeKind.NEED, "There is no kiln");
        halfWritten.forget();
        assertThat(outcomes.drafts(facilitator, looms)).hasSize(2);
        clock.turn(Duration.ofDays(2));
        halfWritten.forget();

        assertThat(outcomes.drafts(facilitator, looms))
                .extracting(OutcomeDraft::kind)
                .isEqualTo(List.of(OutcomeKind.NEED));
    }

    private void keep(OutcomeKind kind, String text) {
        outcomes.keepDraft(facilitator, new OutcomeDraft(looms, kind, OutcomeContent.words(text, Language.EN)));
    }
}
