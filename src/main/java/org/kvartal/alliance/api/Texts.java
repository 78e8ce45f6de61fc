package org.kvartal.alliance.api;

import java.net.IDN;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** Texts by the tags of their languages, always in the same order. */
final class Texts {

    private Texts() {}

    static @Nullable Map<String, String> byLanguage(@Nullable LocalizedText text) {
        return text == null ? null : byLanguage(text.texts());
    }

    static Map<String, String> byLanguage(Map<Language, String> texts) {
        Map<String, String> sorted = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = texts.get(language);
            if (text != null) {
                sorted.put(language.code(), text);
            }
        }
        return sorted;
    }

    /** The wording of one language alone; empty where there is none. */
    static String in(@Nullable LocalizedText text, Language language) {
        return text == null ? "" : text.texts().getOrDefault(language, "");
    }

    /** A web address in ASCII alone: what only an IRI may hold is written as a URI holds it. */
    static String uri(String address) {
        String authority = URI.create(address).getRawAuthority();
        int begin = address.indexOf(authority);
        int port = authority.indexOf(':');
        String host = port < 0 ? authority : authority.substring(0, port);
        try {
            String ascii = IDN.toASCII(host);
            return URI.create(address.substring(0, begin) + ascii + address.substring(begin + host.length()))
                    .toASCIIString();
        } catch (IllegalArgumentException noName) {
            return URI.create(address).toASCIIString();
        }
    }
}
