package org.kvartal.kernel;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * The house as its owners set it up. They may change it while the program runs, on any node: what is asked here is asked anew each time, and kept by
 * nobody.
 *
 * @see "Decision record 0159, what a house is lies in the ground"
 */
public final class House {

    private static final String MODULES = "org.kvartal.";

    private final Path data;
    private final boolean demo;
    private final boolean embedded;
    private volatile HouseFacts facts;

    /** A house that nobody has set up otherwise. */
    public House(String name, String baseUrl, Path data, boolean demo, boolean embedded, ZoneId zone) {
        this(
                data,
                demo,
                embedded,
                new HouseFacts(name, baseUrl, zone, List.of(Language.values()), null, null, Set.of(), 0));
    }

    House(Path data, boolean demo, boolean embedded, HouseFacts facts) {
        this.data = data;
        this.demo = demo;
        this.embedded = embedded;
        this.facts = facts;
    }

    /** From now on this holds. */
    void tell(HouseFacts now) {
        facts = now;
    }

    /** How the house calls itself on pages and in letters. */
    public String name() {
        return facts.name();
    }

    /** The address at which people reach it, without a slash at the end. */
    public String baseUrl() {
        return facts.baseUrl();
    }

    /** The zone by which guests read times. */
    public ZoneId zone() {
        return facts.zone();
    }

    /** The languages that it offers, its first one first. */
    public List<Language> languages() {
        return facts.languages();
    }

    /** The language for whoever reads none of the others. */
    public Language language() {
        return facts.languages().getFirst();
    }

    /** The language itself where the house offers it, else the house's first. */
    public Language offered(Language wanted) {
        HouseFacts now = facts;
        return now.languages().contains(wanted) ? wanted : now.languages().getFirst();
    }

    /** The reader's best language by the browser's {@code Accept-Language}. */
    public Language accepted(@Nullable String acceptLanguage) {
        return Language.accepted(acceptLanguage, facts.languages());
    }

    /** Its colour; null for that of the program. */
    public @Nullable Accent accent() {
        return facts.accent();
    }

    /** The path of its mark, a picture; null for that of the program. */
    public @Nullable String mark() {
        return facts.mark();
    }

    /** Changes whenever something of it does, except {@link #data()} and what follows. */
    public long version() {
        return facts.version();
    }

    /** Whether a module is in use; what is not in use is seen nowhere, and keeps its data. */
    public boolean uses(String module) {
        return !facts.resting().contains(module);
    }

    /** Whether what this class is for belongs to a module in use. */
    public boolean uses(Class<?> part) {
        return uses(module(part));
    }

    /** Those of them that belong to modules in use, in their order. */
    public <T> List<T> inUse(Iterable<T> parts) {
        var using = new ArrayList<T>();
        parts.forEach(part -> {
            if (uses(part.getClass())) {
                using.add(part);
            }
        });
        return using;
    }

    /** The module that a class belongs to, empty for what is not the house's. */
    public static String module(Class<?> part) {
        String name = ClassUtils.getUserClass(part).getName();
        if (!name.startsWith(MODULES)) {
            return "";
        }
        int end = name.indexOf('.', MODULES.length());
        return end < 0 ? "" : name.substring(MODULES.length(), end);
    }

    /** The modules that are not in use. */
    public Set<String> resting() {
        return facts.resting();
    }

    /** The folder that keeps files and, where no database was given, the database. */
    public Path data() {
        return data;
    }

    /** Whether demonstration people and threads are made at the first start. */
    public boolean demo() {
        return demo;
    }

    /** Whether the house runs its own PostgreSQL. */
    public boolean embedded() {
        return embedded;
    }

    /** The full address of a path that begins with a slash. */
    public String address(String path) {
        return baseUrl() + path;
    }

    /** The day on which a moment lies, by the house's clock. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** Whether people reach the house over TLS, so that cookies and transport headers can insist on it. */
    public boolean secure() {
        return baseUrl().startsWith("https:");
    }
}
