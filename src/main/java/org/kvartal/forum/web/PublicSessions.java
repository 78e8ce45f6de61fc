package org.kvartal.forum.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.ListKey;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Sessions.SessionList;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.forum.web.PublicTrail.Became;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Secret;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.When;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The sessions as plain pages: those that are open, are over or were cancelled, with what stands on their agendas for all. */
@Controller
class PublicSessions {

    private static final int PAST = 20;

    private final Sessions sessions;
    private final PublicTrail trail;
    private final Places places;
    private final PublicPages publicPages;
    private final StructuredSession structured;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final Clock clock;

    PublicSessions(
            Sessions sessions,
            PublicTrail trail,
            Places places,
            PublicPages publicPages,
            StructuredSession structured,
            Messages messages,
            Wording wording,
            House house,
            Clock clock) {
        this.sessions = sessions;
        this.trail = trail;
        this.places = places;
        this.publicPages = publicPages;
        this.structured = structured;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.clock = clock;
    }

    /** @param before where an earlier page of past sessions has ended */
    @GetMapping(LANGUAGE + ForumPages.PUBLIC_SESSIONS)
    ResponseEntity<byte[]> list(
            @PathVariable Language language,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            HttpServletResponse response) {
        @Nullable ListKey key = before == null || before.isBlank() ? null : key(before);
        List<SessionCard> coming = key == null ? sessions.coming(Asker.guest()) : List.of();
        SessionList past = sessions.past(Asker.guest(), key, PAST);
        String version = version(coming) + version(past.sessions());
        return publicPages.answer(request, response, "forum/list", hash(version), () -> {
            Map<String, Object> model = model(language);
            String path = ForumPages.PUBLIC_SESSIONS + (key == null ? "" : "?before=" + before);
            String title = messages.text(language, "forum.sessions");
            model.put(
                    "page",
                    key == null
                            ? PublicPage.of(language, path, title, messages.text(language, "forum.public.lead"))
                            : PublicPage.unlisted(language, path, title));
            model.put("coming", coming);
            model.put("past", past.sessions());
            model.put("continued", key != null);
            if (past.next() != null) {
                model.put("older", written(past.next()));
            }
            model.put("cities", cities(Stream.concat(coming.stream(), past.sessions().stream())));
            return model;
        });
    }

    @GetMapping(LANGUAGE + ForumPages.PUBLIC_SESSIONS + "/{code:" + ForumPages.CODE + "}")
    ResponseEntity<byte[]> session(
            @PathVariable Language language,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        SessionPage session = sessions.find(Asker.guest(), code).orElseThrow(NotFound::new);
        SessionCard card = session.card();
        boolean over = card.over(clock.instant());
        Became became = trail.of(
                code,
                session.agenda().stream()
                        .flatMap(part -> part.items().stream())
                        .map(ItemLine::id)
                        .toList(),
                language);
        return publicPages.answer(request, response, "forum/session", became.version(session + " " + over), () -> {
            Map<String, Object> model = model(language);
            Map<String, Place> cities = cities(Stream.of(card));
            String title = card.title().in(language);
            String when = wording.exact(card.startsAt(), language, card.zone(), house.zone());
            model.put(
                    "page",
                    PublicPage.of(
                                    language,
                                    ForumPages.inPublic(code),
                                    title + ", " + when,
                                    description(session, language))
                            .withJsonLd(structured.json(session, cities, language)));
            model.put("meeting", session);
            model.put("became", became);
            model.put("over", over);
            model.put("cities", cities);
            return model;
        });
    }

    private Map<String, Object> model(Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("when", new When(wording, language, house.zone()));
        model.put("words", new ForumWords(messages, wording, language, house.zone()));
        return model;
    }

    private Map<String, Place> cities(Stream<SessionCard> shown) {
        List<String> codes =
                shown.map(SessionCard::city).filter(Objects::nonNull).distinct().toList();
        return codes.isEmpty() ? Map.of() : places.find(codes);
    }

    private String description(SessionPage session, Language language) {
        List<String> titles = session.agenda().stream()
                .flatMap(part -> part.items().stream())
                .map(item -> item.title().in(language))
                .limit(5)
                .toList();
        return titles.isEmpty()
                ? messages.text(language, "forum.public.lead")
                : messages.text(language, "forum.public.about", String.join("; ", titles));
    }

    private static String version(List<SessionCard> cards) {
        StringBuilder version = new StringBuilder();
        cards.forEach(card -> version.append(card.id())
                .append(card.version())
                .append(card.changedAt())
                .append(card.items())
                .append(' '));
        return version.toString();
    }

    private static String hash(String shown) {
        return HexFormat.of().formatHex(Secret.sha256(shown.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(ListKey key) {
        return key.startsAt().toEpochMilli() + "-" + key.session();
    }

    private static ListKey key(String text) {
        return Optional.of(text)
                .filter(one -> one.matches("[0-9]{1,15}-[0-9a-f-]{36}"))
                .map(one -> one.split("-", 2))
                .map(parts -> {
                    try {
                        return new ListKey(
                                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                                new SessionId(UUID.fromString(parts[1])));
                    } catch (IllegalArgumentException | DateTimeException mangled) {
                        throw new NotFound();
                    }
                })
                .orElseThrow(NotFound::new);
    }
}
