package org.kvartal.shell;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/** The languages that the house offers, for the forms of the workspace. */
public final class OfferedLanguages {

    private OfferedLanguages() {}

    /** All of them, the house's first one first. */
    public static List<Language> all() {
        VaadinService service = VaadinService.getCurrent();
        I18NProvider words = service == null ? null : service.getInstantiator().getI18NProvider();
        return words == null
                ? List.of(Language.values())
                : words.getProvidedLocales().stream().map(Language::of).toList();
    }

    /** The same, and the one that was chosen when the house still offered it. */
    public static List<Language> with(@Nullable Language chosen) {
        List<Language> languages = all();
        if (chosen == null || languages.contains(chosen)) {
            return languages;
        }
        List<Language> more = new ArrayList<>(languages);
        more.add(chosen);
        return more;
    }
}
