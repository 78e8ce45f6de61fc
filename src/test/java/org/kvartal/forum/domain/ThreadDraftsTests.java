package org.kvartal.forum.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Markdown;

/** What was said in a thread is quoted in an item as it was said, whatever marks it has. */
class ThreadDraftsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# no heading",
                "- no list",
                "1. no list either",
                "> no quotation",
                "*no* _emphasis_ `no code` ~~gone~~",
                "[no link](/threads/1) <b>bold</b>",
                "&amp; &#38; a \\ b",
                "=== ---",
                "Ordinary words, with (brackets), 1.5 and e-mail."
            })
    void marksAreWords(String said) {
        String shown = Markdown.excerpt(ThreadDrafts.escaped(said), 200);

        assertThat(shown).isEqualTo(said);
        assertThat(Markdown.render(ThreadDrafts.escaped(said)).html())
                .doesNotContain("<h1", "<li", "<blockquote", "<em", "<code", "<del", "<a ", "<b>", "<strong");
    }

    @Test
    void ordinaryWordsAreNotTouched() {
        String said = "Two trays, €310. After the second form – I told him (twice) to visit!";

        assertThat(ThreadDrafts.escaped(said)).isEqualTo(said);
    }
}
