package org.kvartal.advocacy.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * What an office to which it is written is found by: as the directory calls it, by its own words where it does not stand there any more.
 *
 * @param others in no language in particular
 */
record OfficeName(LocalizedText title, List<String> others) {

    /** @param own unit, post or what else it may be called by, the best first; one of them is not empty */
    static OfficeName of(@Nullable EntryCard card, Language language, String... own) {
        List<String> others =
                new ArrayList<>(Stream.of(own).filter(one -> !one.isEmpty()).toList());
        if (card == null) {
            return new OfficeName(LocalizedText.of(language, others.getFirst()), others);
        }
        Names names = card.names();
        Map<Language, String> texts = new EnumMap<>(Language.class);
        Language first = Language.of(names.ownLanguage()).orElse(Language.EN);
        texts.put(first, names.own());
        texts.putAll(names.translations());
        others.add(names.own());
        others.addAll(names.others());
        return new OfficeName(new LocalizedText(first, texts), others);
    }
}
