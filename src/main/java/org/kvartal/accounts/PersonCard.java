package org.kvartal.accounts;

import com.vaadin.flow.component.UI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.shell.Face;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What a page shows of a person: a face and a name.
 *
 * @param name as the person writes it; for who is no longer there the house's word in the language of whoever reads at the moment
 * @param picture the address of the small picture, null where the initials serve
 * @param language the person's own
 * @param former the house's word for who is no longer there, in each language; null for everybody with a name
 */
public record PersonCard(
        PersonId id,
        String name,
        @Nullable String picture,
        Language language,
        @Nullable Map<Language, String> former) {

    public PersonCard(PersonId id, String name, @Nullable String picture, Language language) {
        this(id, name, picture, language, null);
    }

    @Override
    public String name() {
        return name(read());
    }

    @Override
    public Language language() {
        return former == null ? language : read();
    }

    /** The name for a reader of that language: for letters and documents, where nobody reads at the moment. */
    public String name(Language reader) {
        return former == null ? name : former.getOrDefault(reader, name);
    }

    /** The letters that stand for a face without a picture. */
    public String initials() {
        return Face.initials(former == null ? name : "");
    }

    /** The number of the colour behind the initials, always the same for the same person. */
    public int hue() {
        return Face.hue(id);
    }

    /** Cards are kept for many readers: which of them reads is known on the thread that makes the page. */
    private static Language read() {
        UI page = UI.getCurrent();
        return Language.of(page == null ? LocaleContextHolder.getLocale() : page.getLocale());
    }
}
