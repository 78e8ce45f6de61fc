package org.kvartal.seminars.domain;

import com.ibm.icu.text.Transliterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds addresses for seminars: made from the title in Latin letters, and never the address of another, now or before. */
@Component
class SeminarAddresses {

    private static final int LENGTH = 60;
    private static final String NAMELESS = "seminar";

    /** Words that pages beside the seminars use. */
    private static final Set<String> TAKEN = Set.of("new", "mine", "past", "programmes", "desk", "certificates");

    private static final Transliterator LATIN =
            Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private final JdbcClient jdbc;

    SeminarAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address that nobody has had, kept for this seminar. */
    @Transactional(propagation = Propagation.MANDATORY)
    String free(SeminarId seminar, LocalizedText title) {
        String words = title.in(title.texts().containsKey(Language.EN) ? Language.EN : title.source());
        String slug = OTHER.matcher(LATIN.transliterate(words).replace("'", "").replace("ʹ", ""))
                .replaceAll("-")
                .replaceAll("^-|-$", "");
        if (slug.length() > LENGTH) {
            int end = slug.lastIndexOf('-', LENGTH);
            slug = slug.substring(0, end > 0 ? end : LENGTH);
        }
        if (slug.isEmpty()) {
            slug = NAMELESS;
        }
        String candidate = slug;
        for (int number = 2; TAKEN.contains(candidate) || !take(candidate, seminar); number++) {
            candidate = slug + "-" + number;
        }
        return candidate;
    }

    private boolean take(String slug, SeminarId seminar) {
        return jdbc.sql("INSERT INTO seminar_slug (slug, seminar) VALUES (:slug, :seminar) ON CONFLICT DO NOTHING")
                        .param("slug", slug)
                        .param("seminar", seminar.value())
                        .update()
                > 0;
    }
}
