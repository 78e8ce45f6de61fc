package org.kvartal.alliance.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** What the data is written in: told by the end of the address, else by what the client accepts. */
enum Format {
    JSON("json", "application", "json"),
    JSON_LD("jsonld", "application", "ld+json"),
    GEO_JSON("geojson", "application", "geo+json"),
    CSV("csv", "text", "csv"),
    VCARD("vcf", "text", "vcard"),
    /** Of one media type with the house's own JSON, so that only an address names it. */
    HSDS("hsds.json", "application", "json");

    private final String ending;
    private final String type;
    private final String subtype;

    Format(String ending, String type, String subtype) {
        this.ending = ending;
        this.type = type;
        this.subtype = subtype;
    }

    /** What stands behind the dot of an address. */
    String ending() {
        return ending;
    }

    /** Its media type, without an encoding. */
    MediaType type() {
        return new MediaType(type, subtype);
    }

    /** The same as it is sent: JSON is always UTF-8, what is text says so. */
    MediaType sent() {
        return isText() ? new MediaType(type(), StandardCharsets.UTF_8) : type();
    }

    /** Whether it is for a program that opens files, not for one that reads the web. */
    boolean isText() {
        return type.equals("text");
    }

    static Optional<Format> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }

    /**
     * The format that the client likes best of those that are offered, the first of them where it does not care.
     *
     * @param accept the header as it came
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, Accept</a>
     */
    static Optional<Format> accepted(@Nullable String accept, Set<Format> offered) {
        if (accept == null || accept.isBlank()) {
            return offered.stream().findFirst();
        }
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(accept).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .toList();
        } catch (InvalidMediaTypeException illegible) {
            return Optional.empty();
        }
        List<MediaType> sorted = new ArrayList<>(wanted);
        MimeTypeUtils.sortBySpecificity(sorted);
        sorted.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
        return sorted.stream()
                .flatMap(type -> offered.stream().filter(format -> type.includes(format.type())))
                .findFirst();
    }
}
