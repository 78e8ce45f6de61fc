package org.kvartal.kernel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the sections in a table of the ground, and tells {@link House} what they amount to. */
@Component
class KeptHouse implements HouseBook {

    private static final Logger log = LoggerFactory.getLogger(KeptHouse.class);

    private static final String NAME = "Kvartal";
    private static final ZoneId ZONE = ZoneId.of("Europe/Sofia");
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Environment environment;
    private final GivenHouse given;
    private final Clock clock;
    private final House house;
    private final JsonMapper json = JsonMapper.shared();

    KeptHouse(JdbcClient jdbc, Environment environment, GivenHouse given, Clock clock) {
        this.jdbc = jdbc;
        this.environment = environment;
        this.given = given;
        this.clock = clock;
        this.house = new House(given.data(), given.demo(), given.embedded(), facts());
    }

    House house() {
        return house;
    }

    @Override
    @Transactional(readOnly = true)
    public Section read(String section) {
        return jdbc.sql("SELECT version, content FROM house_section WHERE name = ?")
                .param(section)
                .query((row, _) -> new Section(row.getLong("version"), values(row.getString("content"))))
                .optional()
                .orElseGet(() -> new Section(0, Map.of()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String section, long seen, Map<String, String> values) {
        int written = jdbc.sql("""
                INSERT INTO house_section (name, version, content, changed_at)
                SELECT :name, 1, :content::jsonb, :now WHERE :seen = 0
                ON CONFLICT (name) DO NOTHING
                """)
                .param("name", section)
                .param("content", json.writeValueAsString(values))
                .param("now", Columns.moment(clock.instant()))
                .param("seen", seen)
                .update();
        if (written == 0) {
            written = jdbc.sql("""
                    UPDATE house_section SET version = version + 1, content = :content::jsonb, changed_at = :now
                     WHERE name = :name AND version = :seen
                    """)
                    .param("name", section)
                    .param("content", json.writeValueAsString(values))
                    .param("now", Columns.moment(clock.instant()))
                    .param("seen", seen)
                    .update();
        }
        if (written == 0) {
            throw Refused.because("kernel.house.changed");
        }
        AfterCommit.run(this::readAgain);
    }

    /** One at a time: of two readings the later one stays. */
    @Override
    public synchronized void readAgain() {
        house.tell(facts());
    }

    @Override
    public boolean isGiven(String property) {
        return environment.containsProperty(property);
    }

    private HouseFacts facts() {
        Map<String, Section> sections = new HashMap<>();
        jdbc.sql("SELECT name, version, content FROM house_section")
                .query((row, _) -> Map.entry(
                        row.getString("name"), new Section(row.getLong("version"), values(row.getString("content")))))
                .list()
                .forEach(section -> sections.put(section.getKey(), section.getValue()));
        return new HouseFacts(
                either(given.name(), value(sections, IDENTITY, "name"), NAME),
                either(given.baseUrl(), value(sections, ADDRESS, "base-url"), ownAddress()),
                given.zone() != null ? given.zone() : zone(value(sections, PLACE, "zone")),
                given.languages() != null ? given.languages() : languages(value(sections, PLACE, "languages")),
                Accent.of(value(sections, LOOK, "accent")).orElse(null),
                blankToNull(value(sections, LOOK, "mark")),
                names(value(sections, MODULES, "resting")).collect(Collectors.toUnmodifiableSet()),
                sections.values().stream().mapToLong(Section::version).sum());
    }

    private String ownAddress() {
        return "http://localhost:" + environment.getProperty("server.port", "8080");
    }

    private static String value(Map<String, Section> sections, String section, String name) {
        Section kept = sections.get(section);
        return kept == null ? "" : kept.value(name);
    }

    private static String either(@Nullable String given, String kept, String otherwise) {
        return given != null ? given : kept.isEmpty() ? otherwise : kept;
    }

    private static @Nullable String blankToNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZONE : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            log.warn("No such time zone is known here: {}", name);
            return ZONE;
        }
    }

    private static List<Language> languages(String codes) {
        return names(codes)
                .flatMap(code -> Language.of(code).stream())
                .distinct()
                .toList();
    }

    private static Stream<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty());
    }

    private Map<String, String> values(String content) {
        return json.readValue(content, VALUES);
    }
}
