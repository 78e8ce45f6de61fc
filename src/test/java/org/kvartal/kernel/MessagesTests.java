package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text exists in every language, can be formatted, and carries the same arguments everywhere. */
class MessagesTests {

    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z0-9-]+)+");

    private final Messages messages;

    MessagesTests() throws IOException {
        messages = new Messages();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noKeyIsMissingInAnyLanguage(Language language) {
        var missing = new TreeSet<>(messages.keys(Language.EN));
        missing.removeAll(messages.keys(language));
        var unknown = new TreeSet<>(messages.keys(language));
        unknown.removeAll(messages.keys(Language.EN));

        assertThat(missing).as("missing in %s", language.code()).isEmpty();
        assertThat(unknown).as("only in %s", language.code()).isEmpty();
        assertThat(messages.keys(language)).allMatch(KEY.asMatchPredicate(), "lower case, with dots and hyphens");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextCanBeFormattedWithTheSameArguments(Language language) {
        for (String key : messages.keys(language)) {
            var english = arguments(Language.EN, key);
            assertThat(arguments(language, key))
                    .as("arguments of %s in %s", key, language.code())
                    .isEqualTo(english);
        }
    }

    @Test
    void whatEndsWithAnAbbreviatedYearOrHourHasOneFullStop() {
        assertThat(messages.text(Language.BG, "seminars.verify.revoked", "26 ноември 2026 г. в 18:48 ч."))
                .isEqualTo("Отменено: 26 ноември 2026 г. в 18:48 ч. Вече не важи.");
        assertThat(messages.text(Language.RU, "seminars.verify.expired", "26 ноября 2026 г."))
                .isEqualTo("Действовало до 26 ноября 2026 г.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsEmpty(Language language) {
        assertThat(messages.keys(language))
                .allSatisfy(key -> assertThat(messages.pattern(language, key)).isNotBlank());
    }

    /** The one that is read last would win, and nobody would see the other. */
    @Test
    void noKeyStandsTwice() throws IOException {
        var twice = new TreeSet<String>();
        for (Language language : Language.values()) {
            Map<String, String> where = new HashMap<>();
            for (Resource bundle : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language.code() + ".properties")) {
                try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    new Properties() {
                        @Override
                        public synchronized Object put(Object key, Object text) {
                            String file = String.valueOf(bundle.getFilename());
                            String other = where.putIfAbsent((String) key, file);
                            if (other != null) {
                                twice.add(key + " in " + other + " and " + file);
                            }
                            return super.put(key, text);
                        }
                    }.load(reader);
                }
            }
            assertThat(where).isNotEmpty();
        }
        assertThat(twice).isEmpty();
    }

    private Set<Object> arguments(Language language, String key) {
        var format = new MessageFormat(messages.pattern(language, key), language.locale());
        return new TreeSet<>(format.getArgumentNames());
    }
}
