package org.kvartal.alliance.web;

import java.util.List;
import java.util.Map;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.wording.Vocabulary;
import org.kvartal.kernel.Language;
import org.kvartal.site.FrontPagePart;
import org.springframework.stereotype.Component;

/** How large the directory is, and its newest entries, on the front page. */
@Component
class NewestEntries implements FrontPagePart {

    private static final int ROWS = 6;

    private final Directory directory;
    private final Vocabulary vocabulary;

    NewestEntries(Directory directory, Vocabulary vocabulary) {
        this.directory = directory;
        this.vocabulary = vocabulary;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String version() {
        return String.valueOf(directory.version());
    }

    @Override
    public String fragment() {
        return "alliance/front :: newest";
    }

    @Override
    public Map<String, Object> model(Language language) {
        List<EntryCard> newest = directory.newest(ROWS);
        return Map.of(
                "allianceNewest",
                newest,
                "allianceNumbers",
                directory.numbers(),
                "allianceWords",
                vocabulary.in(
                        language, newest.stream().flatMap(Vocabulary::placesOf).toList()));
    }
}
