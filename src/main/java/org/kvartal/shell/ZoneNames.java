package org.kvartal.shell;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kvartal.kernel.Language;

/** Time zones as people look for them: by a city, in the reader's language (CLDR). */
public final class ZoneNames {

    private final Language language;
    private final TimeZoneNames names;
    private final Instant now;

    private ZoneNames(Language language, Instant now) {
        this.now = now;
        this.language = language;
        this.names = TimeZoneNames.getInstance(ULocale.forLocale(language.locale()));
    }

    /** {@code now} decides between summer and winter time. */
    public static ZoneNames in(Language language, Instant now) {
        return new ZoneNames(language, now);
    }

    /** All zones that have a city, and the given one, in the order of the language's alphabet. */
    public List<ZoneId> with(ZoneId present) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        List<ZoneId> zones =
                new ArrayList<>(TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                        .filter(known::contains)
                        .map(ZoneId::of)
                        .toList());
        if (!zones.contains(present)) {
            zones.add(present);
        }
        zones.sort(Comparator.comparing(this::label, Collator.getInstance(language.locale())));
        return zones;
    }

    /** "Sofia, UTC+02:00". */
    public String label(ZoneId zone) {
        String city = names.getExemplarLocationName(zone.getId());
        String offset = zone.getRules().getOffset(now).getId();
        String time = "UTC" + (offset.equals("Z") ? "" : offset);
        String place = city == null ? zone.getId() : city;
        return place.equals(time) ? time : place + ", " + time;
    }

    /** Whether the typed text is part of the city in the reader's language, or of the zone's own name. */
    public boolean matches(ZoneId zone, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return label(zone).toLowerCase(Locale.ROOT).contains(wanted)
                || zone.getId().toLowerCase(Locale.ROOT).contains(wanted.replace(' ', '_'));
    }
}
