package org.kvartal.administration.domain;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.HouseBook.Section;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes what a house is, section by section, for those who keep the system. Each change says from which version it was made.
 *
 * @see "Decision record 0159, what a house is lies in the ground"
 */
@Component
public class HouseSettings {

    /** Who may set the house up. */
    public static final Permission SET_UP = Permission.of("administration.set-up", Role.ADMINISTRATOR);

    static final String MODULE = "administration";
    static final String KIND = "administration.house";

    /** The house in the audit trail and as the owner of its mark: there is one. */
    static final UUID HOUSE = new UUID(0, 1);

    private final HouseBook book;
    private final House house;
    private final Files files;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Live live;
    private final TransactionTemplate transaction;

    HouseSettings(
            HouseBook book,
            House house,
            Files files,
            Permissions permissions,
            AuditTrail audit,
            Live live,
            TransactionTemplate transaction) {
        this.book = book;
        this.house = house;
        this.files = files;
        this.permissions = permissions;
        this.audit = audit;
        this.live = live;
        this.transaction = transaction;
    }

    /** A section as it stands, with the version that a change of it has to name. */
    @Transactional(readOnly = true)
    public Section section(Asker by, String name) {
        permissions.check(by, SET_UP, Scope.PLATFORM);
        return book.read(name);
    }

    /** Whether the settings of the program say it, so that it can't be changed here. */
    public boolean isGiven(String property) {
        return book.isGiven(property);
    }

    @Transactional
    public void callIt(Asker by, long seen, String name) {
        permissions.check(by, SET_UP, Scope.PLATFORM);
        requireOpen("kvartal.name", "name");
        String before = house.name();
        String now = SettingsRules.name(name);
        write(by, "administration.name-changed", before + " → " + now, HouseBook.IDENTITY, seen, Map.of("name", now));
    }

    /** @param accent empty for the program's own colour */
    @Transactional
    public void colour(Asker by, long seen, String accent) {
        permissions.check(by, SET_UP, Scope.PLATFORM);
        String now = SettingsRules.accent(accent);
        Section before = book.read(HouseBook.LOOK);
        write(
                by,
                "administration.colour-changed",
                or(before.value("accent")) + " → " + or(now),
                HouseBook.LOOK,
                seen,
                with(before, "accent", now));
    }

    /** Takes a picture as the mark. Holds no transaction while it is developed. */
    public void mark(Asker by, long seen, String name, InputStream content) {
        permissions.check(by, SET_UP, Scope.PLATFORM);
        var picture = files.storePicture(by, new FileOwner(MODULE, HOUSE), name, content);
        transaction.executeWithoutResult(
                _ -> look(by, seen, "administration.mark-changed", FilePages.small(picture.id())));
    }

    @Transactional
    public void removeMark(Asker by, long seen) {
        permissions.check(by, SET_UP, Scope.PLATFORM);
        look(by, seen, "administration.mark-removed", "");
    }

    private void look(Asker by, long seen, String act, String mark) {
        write(by, act, null, HouseBook.LOOK, seen, with(book.read(HouseBook.LOOK), "mark", mark));
    }

    @Transactional
    public void moveTo(Asker by, long seen, String address) {
        permissions.check(by, SET_UP, Scope.PLATFORM);
        requireOpen("kvartal.base-url", "address");
        String now = SettingsRules.address(address);
        write(
                by,
                "administration.address-changed",
                house.baseUrl() + " → " + now,
                HouseBook.ADDRESS,
                seen,
                Map.of("base-url", now));
    }

    /** @param languages the house's first one first */
    @Transactional
    public void speak(Asker by, long seen, List<Language> languages, String zone) {
        permissions.check(by, SET_UP, Scope.PLATFORM);
        List<Language> spoken = SettingsRules.languages(languages);
        ZoneId clock = SettingsRules.zone(zone);
        if (!spoken.equals(house.languages())) {
            requireOpen("kvartal.languages", "languages");
        }
        if (!clock.equals(house.zone())) {
            requireOpen("kvartal.zone", "zone");
        }
        write(
                by,
                "administration.place-changed",
                codes(house.languages()) + " · " + house.zone() + " → " + codes(spoken) + " · " + clock,
                HouseBook.PLACE,
                seen,
                Map.of("languages", codes(spoken), "zone", clock.getId()));
    }

    @Transactional
    public void use(Asker by, long seen, Collection<OptionalModule> used) {
        permissions.check(by, SET_UP, Scope.PLATFORM);
        Set<OptionalModule> resting = SettingsRules.resting(used);
        write(
                by,
                "administration.modules-changed",
                or(String.join(", ", house.resting().stream().sorted().toList())) + " → " + or(codes(resting)),
                HouseBook.MODULES,
                seen,
                Map.of("resting", codes(resting)));
    }

    /** In the caller's transaction, which has asked for the right. */
    void write(Asker by, String act, @Nullable String change, String section, long seen, Map<String, String> values) {
        book.write(section, seen, values);
        audit.record(AuditEntry.of(by, act, new AuditSubject(KIND, HOUSE)).because(change));
        live.changed(HouseNews.TOPIC);
    }

    private void requireOpen(String property, String field) {
        if (book.isGiven(property)) {
            throw Refused.at(field, "administration.refused.given", property);
        }
    }

    static String codes(List<Language> languages) {
        return languages.stream().map(Language::code).collect(Collectors.joining(","));
    }

    static String codes(Set<OptionalModule> modules) {
        return modules.stream().sorted().map(OptionalModule::code).collect(Collectors.joining(","));
    }

    private static Map<String, String> with(Section section, String name, String value) {
        Map<String, String> values = new HashMap<>(section.values());
        values.put(name, value);
        return values;
    }

    private static String or(String value) {
        return value.isEmpty() ? "–" : value;
    }
}
