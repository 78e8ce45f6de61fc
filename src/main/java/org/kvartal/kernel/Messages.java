package org.kvartal.kernel;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text of the house in every language: one bundle per module, {@code messages/<module>_<language>.properties}, with ICU
 * plurals. Screens, public pages, letters and documents all ask here.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">ICU message formatting</a>
 */
@Component("messageSource")
public class Messages implements MessageSource {

    private static final Logger log = LoggerFactory.getLogger(Messages.class);

    private static final Pattern DATES_END = Pattern.compile("(\\d[\\s\\u00a0\\u202f][гч]\\.)\\.(?!\\.)");

    private final Map<Language, Bundle> bundles = new EnumMap<>(Language.class);

    Messages() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        for (Language language : Language.values()) {
            Map<String, String> texts = new HashMap<>();
            for (Resource bundle : resolver.getResources("classpath*:messages/*_" + language.code() + ".properties")) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
            bundles.put(language, new Bundle(Map.copyOf(texts), new ConcurrentHashMap<>()));
        }
    }

    /** The text of a key in that language, with its arguments (numbers, names, dates already worded) filled in. */
    public String text(Language language, String key, @Nullable Object... arguments) {
        String text = find(language, key, arguments);
        if (text != null) {
            return text;
        }
        log.error("No text for {} in {}", key, language.code());
        String english = find(Language.EN, key, arguments);
        return english != null ? english : key;
    }

    /** What a refusal says to a reader of that language. */
    public String text(Language language, Refused refused) {
        return text(language, refused.key(), refused.arguments());
    }

    /** Whether the key has a text in that language. */
    public boolean has(Language language, String key) {
        return bundle(language).patterns.containsKey(key);
    }

    /**
     * The patterns of all keys that begin so, by the rest of the key, as they stand in the bundles: for a page that fills in its own numbers
     * while it is open.
     */
    public Map<String, String> patterns(Language language, String beginning) {
        Map<String, String> found = new HashMap<>();
        bundle(language).patterns.forEach((key, pattern) -> {
            if (key.startsWith(beginning)) {
                found.put(key.substring(beginning.length()), pattern);
            }
        });
        return found;
    }

    /** All keys of a language; the completeness test compares them. */
    public Set<String> keys(Language language) {
        return bundle(language).patterns.keySet();
    }

    /** The text of a key as it stands in the bundle. */
    String pattern(Language language, String key) {
        return bundle(language).patterns.getOrDefault(key, "");
    }

    private @Nullable String find(Language language, String key, @Nullable Object @Nullable [] arguments) {
        String pattern = bundle(language).patterns.get(key);
        if (pattern == null) {
            return null;
        }
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat format =
                bundle(language).formats.computeIfAbsent(key, _ -> new MessageFormat(pattern, language.locale()));
        // An ICU format is not safe for use by several threads; a copy of a parsed one is cheap.
        String text = ((MessageFormat) format.clone()).format(arguments == null ? new Object[0] : arguments);
        return Quotes.nested(language, language == Language.EN ? text : endedOnce(text));
    }

    /**
     * A date that ends with the abbreviated word for a year or an hour brings the full stop of its sentence along, as one writes in Russian and Bulgarian.
     */
    private static String endedOnce(String text) {
        return text.indexOf("..") < 0 ? text : DATES_END.matcher(text).replaceAll("$1");
    }

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] arguments, @Nullable String defaultMessage, @Nullable Locale locale) {
        String text = find(Language.of(locale == null ? Locale.ENGLISH : locale), code, arguments);
        return text != null ? text : defaultMessage;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        String text = find(Language.of(locale == null ? Locale.ENGLISH : locale), code, arguments);
        if (text == null) {
            throw new NoSuchMessageException(code, locale == null ? Locale.ENGLISH : locale);
        }
        return text;
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = resolvable.getCodes();
        Language language = Language.of(locale == null ? Locale.ENGLISH : locale);
        if (codes != null) {
            for (String code : codes) {
                String text = find(language, code, resolvable.getArguments());
                if (text != null) {
                    return text;
                }
            }
        }
        String fallback = resolvable.getDefaultMessage();
        if (fallback == null) {
            throw new NoSuchMessageException(codes == null || codes.length == 0 ? "" : codes[0], language.locale());
        }
        return fallback;
    }

    private Bundle bundle(Language language) {
        return Objects.requireNonNull(bundles.get(language));
    }

    /** The texts of one language, and those of them that have been parsed. */
    private record Bundle(Map<String, String> patterns, Map<String, MessageFormat> formats) {}
}
