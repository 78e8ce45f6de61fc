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
    JSON("json", MediaType.APPLICATION_JSON),
    JSON_LD("jsonld", new MediaType("application", "ld+json")),
    GEO_JSON("geojson", new MediaType("application", "geo+json")),
    CSV("csv", new MediaType("text", "csv", StandardCharsets.UTF_8));

    private final String ending;
    private final MediaType type;

    Format(String ending, MediaType type) {
        this.ending = ending;
        this.type = type;
    }

    /** What stands behind the dot of an address. */
    String ending() {
        return ending;
    }

    MediaType type() {
        return type;
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
                .flatMap(type -> offered.stream().filter(format -> type.includes(plain(format.type))))
                .findFirst();
    }

    /** Clients that ask for {@code text/csv} take it in any encoding. */
    private static MediaType plain(MediaType type) {
        return new MediaType(type.getType(), type.getSubtype());
    }
}
