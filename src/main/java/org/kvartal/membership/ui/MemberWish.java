package org.kvartal.membership.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.ShellPages;

/**
 * Whom an address asks for. What can't be read there asks for nothing.
 *
 * @param name part of a name, empty for all
 */
record MemberWish(
        String name,
        @Nullable String sector,
        @Nullable String city,
        @Nullable MemberKind kind) {

    private static final String NAME = "name";
    private static final String SECTOR = "sector";
    private static final String CITY = "city";
    private static final String KIND = "kind";
    private static final String CODE = "[a-z0-9-]{1,60}";

    static final MemberWish ALL = new MemberWish("", null, null, null);

    static MemberWish of(QueryParameters query) {
        return new MemberWish(
                query.getSingleParameter(NAME).orElse(""),
                query.getSingleParameter(SECTOR)
                        .filter(code -> code.matches(CODE))
                        .orElse(null),
                query.getSingleParameter(CITY)
                        .filter(code -> code.matches(CODE))
                        .orElse(null),
                query.getSingleParameter(KIND)
                        .flatMap(code -> Stream.of(MemberKind.values())
                                .filter(kind -> Code.of(kind).equals(code))
                                .findFirst())
                        .orElse(null));
    }

    MemberWish named(String other) {
        return new MemberWish(other, sector, city, kind);
    }

    MemberWish in(@Nullable String otherSector) {
        return new MemberWish(name, otherSector, city, kind);
    }

    MemberWish at(@Nullable String otherCity) {
        return new MemberWish(name, sector, otherCity, kind);
    }

    MemberWish of(@Nullable MemberKind other) {
        return new MemberWish(name, sector, city, other);
    }

    boolean isNarrow() {
        return !equals(ALL);
    }

    MemberSearch search() {
        return new MemberSearch(name, sector, city, kind == null ? Set.of() : Set.of(kind));
    }

    /** The same list as a table. */
    String file() {
        return new Location(
                        MembershipPages.MEMBERS_FILE.substring(1), location().getQueryParameters())
                .getPathWithQueryParameters();
    }

    /** Below {@code /app}. */
    Location location() {
        Map<String, String> query = new LinkedHashMap<>();
        if (!name.isBlank()) {
            query.put(NAME, name);
        }
        if (kind != null) {
            query.put(KIND, Code.of(kind));
        }
        if (sector != null) {
            query.put(SECTOR, sector);
        }
        if (city != null) {
            query.put(CITY, city);
        }
        return new Location(MembershipPages.MEMBERS, QueryParameters.simple(query));
    }

    String path() {
        return ShellPages.path(location().getPathWithQueryParameters());
    }
}
