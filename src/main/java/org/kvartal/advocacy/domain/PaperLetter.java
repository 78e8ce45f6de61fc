package org.kvartal.advocacy.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/**
 * What a printed letter says, in the addressee's language.
 *
 * @param to the lines of the address
 * @param sections headings with what stands under them
 * @param signatures who answers for it, a line each
 * @param link where it can be answered; printed on letters that go on paper, null on others
 * @param page where everybody reads what becomes of it, in full
 */
record PaperLetter(
        Language language,
        String house,
        String date,
        List<String> to,
        String code,
        String title,
        String salutation,
        String covering,
        List<Section> sections,
        String support,
        String replyBy,
        List<String> signatures,
        @Nullable String link,
        String linkNote,
        String page,
        String pageNote) {

    /** @param language of the words, which may be another than the letter's where nobody has translated them */
    record Section(String heading, String words, Language language) {}
}
