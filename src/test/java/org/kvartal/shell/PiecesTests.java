package org.kvartal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.PersonId;
import org.kvartal.shell.StatusBadge.Status;

/** The small pieces that every view is made of, as a screen reader and a style sheet meet them. */
class PiecesTests {

    @Test
    void aPersonIsAFaceAndANameInTheLettersOfTheirLanguage() {
        var chip = new PersonChip(PersonId.next(), "Ирина Белозёрова", null, Language.RU);

        Element name = chip.getElement().getChild(1);
        assertThat(name.getText()).isEqualTo("Ирина Белозёрова");
        assertThat(name.getAttribute("lang")).isEqualTo("ru");
        Element face = chip.getElement().getChild(0);
        assertThat(face.getText()).isEqualTo("ИБ");
        assertThat(face.getAttribute("aria-hidden")).isEqualTo("true");
    }

    @Test
    void aStateIsNeverToldByColourAlone() {
        var badge = new StatusBadge(Status.LATE, "late");

        assertThat(badge.getElement().getTextRecursively()).isEqualTo("late");
        assertThat(badge.getElement().getChild(0).getClassList()).contains("icon-alert");
        assertThat(badge.getClassNames()).containsExactlyInAnyOrder("badge", "late");
    }

    @Test
    void proseIsMarkupInTheLanguageOfItsAuthor() {
        var prose = new Prose(Markdown.render("**Здравейте!**<script>alert(1)</script>"), Language.BG);

        assertThat(prose.getElement().getAttribute("lang")).isEqualTo("bg");
        assertThat(prose.getElement().getProperty("innerHTML"))
                .contains("<strong>Здравейте!</strong>")
                .doesNotContain("<script");
    }

    @Test
    void anErrorSpeaksUpAndIsSilentAgain() {
        var error = new ErrorText();
        assertThat(error.isVisible()).isFalse();

        error.say("This address lacks the part after @.");
        assertThat(error.isVisible()).isTrue();
        assertThat(error.getElement().getAttribute("role")).isEqualTo("alert");

        error.clear();
        assertThat(error.isVisible()).isFalse();
    }

    @Test
    void aCardIsNamedByItsTitle() {
        var card =
                new Card("New in threads").more("/app/threads", "All threads").hold(new Div("…"));

        String titleId = card.getElement().getAttribute("aria-labelledby");
        Element title = card.getElement().getChild(0).getChild(0);
        assertThat(title.getAttribute("id")).isEqualTo(titleId);
        assertThat(title.getText()).isEqualTo("New in threads");
    }

    @Test
    void aShortcutIsToldToThoseWhoCannotSeeTheSheet() {
        assertThat(new Shortcut("n", "New thread").on(new Button()).getElement().getAttribute("aria-keyshortcuts"))
                .isEqualTo("N");
        assertThat(new Shortcut("mod+enter", "Send")
                        .on(new Button())
                        .getElement()
                        .getAttribute("aria-keyshortcuts"))
                .isEqualTo("Control+Enter");
    }
}
