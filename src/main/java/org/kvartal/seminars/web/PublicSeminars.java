package org.kvartal.seminars.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.seminars.AnnouncedSeminars;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.ProgrammeCard;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarFilter;
import org.kvartal.seminars.Seminars.SeminarKey;
import org.kvartal.seminars.Seminars.SeminarList;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.When;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Seminars as plain pages for everybody: what comes, what has been, and what each is about. */
@Controller
class PublicSeminars {

    static final String SLUG = "[a-z0-9-]{1,80}";

    private static final int COMING = 30;
    private static final int PAST = 20;
    private static final int LONGEST_TEXT = 100;
    private static final Asker GUEST = Asker.guest();

    private final Seminars seminars;
    private final AnnouncedSeminars announced;
    private final Sectors sectors;
    private final Places places;
    private final StructuredSeminar structured;
    private final PublicPages pages;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final Clock clock;

    PublicSeminars(
            Seminars seminars,
            AnnouncedSeminars announced,
            Sectors sectors,
            Places places,
            StructuredSeminar structured,
            PublicPages pages,
            Messages messages,
            Wording wording,
            House house,
            Clock clock) {
        this.seminars = seminars;
        this.announced = announced;
        this.sectors = sectors;
        this.places = places;
        this.structured = structured;
        this.pages = pages;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.clock = clock;
    }

    /**
     * What a visitor looks for.
     *
     * @param topic code of a sector, empty for all
     * @param series id of a series, empty for all
     * @param text part of the title
     */
    record Wish(String topic, String series, String text) {

        public boolean any() {
            return !(topic.isEmpty() && series.isEmpty() && text.isEmpty());
        }

        SeminarFilter filter(boolean over) {
            return new SeminarFilter(
                    over,
                    series.isEmpty() ? null : new ProgrammeId(UUID.fromString(series)),
                    topic.isEmpty() ? null : topic,
                    text);
        }

        /** The same in an address, with what leads on in the list. */
        public String query(String more) {
            StringBuilder query = new StringBuilder();
            add(query, "topic", topic);
            add(query, "series", series);
            add(query, "q", text);
            return more.isEmpty()
                    ? query.toString()
                    : query.append(query.isEmpty() ? "?" : "&").append(more).toString();
        }

        private static void add(StringBuilder query, String name, String value) {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }

        /** What can't be one of them is left out. */
        static Wish read(String topic, String series, String text) {
            String line = PlainText.line(text);
            return new Wish(
                    topic.matches("[a-z-]{1,60}") ? topic : "",
                    series.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? series : "",
                    line.length() > LONGEST_TEXT ? line.substring(0, line.offsetByCodePoints(0, 50)) : line);
        }
    }

    /**
     * @param after where the page before has ended that tells what comes
     * @param before the same of what is over
     */
    @GetMapping(LANGUAGE + SeminarPages.PUBLIC_SEMINARS)
    ResponseEntity<byte[]> list(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String series,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            HttpServletResponse response) {
        Wish wish = Wish.read(topic, series, text);
        SeminarKey later = Keys.read(after);
        SeminarKey earlier = Keys.read(before);
        SeminarList none = new SeminarList(List.of(), null);
        SeminarList coming = earlier == null ? seminars.list(GUEST, wish.filter(false), later, COMING) : none;
        SeminarList past = later == null ? seminars.list(GUEST, wish.filter(true), earlier, PAST) : none;
        StringBuilder version = new StringBuilder(house.day(clock.instant()).toString());
        coming.seminars().forEach(card -> version.append(Keys.version(card)));
        past.seminars().forEach(card -> version.append(Keys.version(card)));
        List<ProgrammeCard> programmes = seminars.programmes(language);
        Set<String> topics = announced.topics();
        programmes.forEach(one -> version.append(one.id()).append(one.name().in(language)));
        topics.stream().sorted().forEach(version::append);
        return pages.answer(request, response, "seminars/list", Keys.hash(version.toString()), () -> {
            Map<String, Object> model = model(language);
            boolean continued = later != null || earlier != null;
            String title = messages.text(language, "seminars.menu");
            model.put(
                    "page",
                    continued || wish.any()
                            ? PublicPage.unlisted(language, SeminarPages.PUBLIC_SEMINARS, title)
                            : PublicPage.of(
                                            language,
                                            SeminarPages.PUBLIC_SEMINARS,
                                            title,
                                            messages.text(language, "seminars.public.lead"))
                                    .withFeed(SeminarFeed.PATH));
            model.put("wish", wish);
            model.put("coming", coming.seminars());
            model.put("past", past.seminars());
            model.put("later", address(wish, "after=", coming.next()));
            model.put("older", address(wish, "before=", past.next()));
            model.put("continued", continued);
            model.put("cities", cities(Stream.concat(coming.seminars().stream(), past.seminars().stream())));
            model.put(
                    "sectors",
                    sectors.all().stream()
                            .filter(sector -> topics.contains(sector.code()))
                            .toList());
            model.put("programmes", programmes);
            return model;
        });
    }

    private static @Nullable String address(Wish wish, String name, @Nullable SeminarKey key) {
        String written = Keys.written(key);
        return written == null ? null : wish.query(name + written);
    }

    @GetMapping(LANGUAGE + SeminarPages.PUBLIC_SEMINARS + "/{slug:" + SLUG + "}")
    ResponseEntity<byte[]> seminar(
            @PathVariable Language language,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response) {
        SeminarPage found = seminars.find(GUEST, slug).orElseThrow(NotFound::new);
        SeminarCard card = found.card();
        boolean begun = !card.starts().atZone(card.zone()).toInstant().isAfter(clock.instant());
        boolean over = card.over(clock.instant());
        String version = Keys.hash(Keys.version(card) + found + begun + over);
        return pages.answer(request, response, "seminars/seminar", version, () -> {
            Map<String, Object> model = model(language);
            Map<String, Place> cities = cities(Stream.of(card));
            String title = card.title().in(language);
            SeminarWords words = words(language);
            model.put(
                    "page",
                    PublicPage.of(
                                    language,
                                    SeminarPages.inPublic(slug),
                                    title + ", " + words.when(card),
                                    about(found, language))
                            .withJsonLd(structured.json(
                                    found, card.city() == null ? null : cities.get(card.city()), language)));
            model.put("one", found);
            model.put("plan", found.parts().isEmpty() ? List.of() : DayPlan.of(found.days(), found.parts()));
            model.put(
                    "teachers",
                    found.team().stream().filter(one -> one.role().decides()).toList());
            model.put("begun", begun);
            model.put("over", over);
            model.put(
                    "takes",
                    card.state() == SeminarState.REGISTRATION_OPEN
                            && !begun
                            && card.mode() != RegistrationMode.BY_INVITATION);
            model.put("cities", cities);
            model.put("topics", topics(card));
            return model;
        });
    }

    private List<LocalizedText> topics(SeminarCard card) {
        return sectors.all().stream()
                .filter(sector -> card.topics().contains(sector.code()))
                .map(Sector::name)
                .toList();
    }

    private String about(SeminarPage found, Language language) {
        LocalizedText about = found.content().about();
        String words =
                about == null ? messages.text(language, "seminars.public.lead") : PlainText.line(about.in(language));
        return words.length() <= 160
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 80)).strip() + "…";
    }

    private Map<String, Object> model(Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("when", new When(wording, language, house.zone()));
        model.put("words", words(language));
        return model;
    }

    private SeminarWords words(Language language) {
        return new SeminarWords(messages, wording, language, house.zone());
    }

    private Map<String, Place> cities(Stream<SeminarCard> shown) {
        List<String> codes =
                shown.map(SeminarCard::city).filter(Objects::nonNull).distinct().toList();
        return codes.isEmpty() ? Map.of() : places.find(codes);
    }
}
