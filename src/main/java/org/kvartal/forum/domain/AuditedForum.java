package org.kvartal.forum.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the series, sessions and items that stand in the audit trail, for those who facilitate all. */
@Component
class AuditedForum implements AuditedThings {

    private final JdbcClient jdbc;
    private final People people;
    private final Permissions permissions;

    AuditedForum(JdbcClient jdbc, People people, Permissions permissions) {
        this.jdbc = jdbc;
        this.people = people;
        this.permissions = permissions;
    }

    private record Named(
            LocalizedText name,
            @Nullable String code,
            @Nullable SeriesId series) {}

    @Override
    public Set<String> kinds() {
        return Set.of(ForumTrail.SERIES, ForumTrail.SESSION, ForumTrail.ITEM, ForumTrail.OUTCOME, ForumTrail.BALLOT);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        boolean opens = permissions.has(reader.asker(), ForumRights.FACILITATE, Scope.PLATFORM);
        Map<UUID, Named> named = new HashMap<>();
        read(
                acts,
                ForumTrail.SERIES,
                "SELECT id, name AS title, NULL::int AS year, NULL::int AS number, NULL::uuid AS series"
                        + " FROM forum_series WHERE id = ANY (:ids)",
                named);
        read(
                acts,
                ForumTrail.SESSION,
                "SELECT id, title, year, number, series FROM forum_session WHERE id = ANY (:ids)",
                named);
        read(acts, ForumTrail.ITEM, """
                SELECT i.id, i.title, s.year, s.number, i.series
                  FROM agenda_item i LEFT JOIN forum_session s ON s.id = i.session WHERE i.id = ANY (:ids)""", named);
        read(acts, ForumTrail.OUTCOME, """
                SELECT o.id, o.text AS title, s.year, s.number, i.series
                  FROM outcome o JOIN agenda_item i ON i.id = o.item LEFT JOIN forum_session s ON s.id = i.session
                 WHERE o.id = ANY (:ids)""", named);
        read(acts, ForumTrail.BALLOT, """
                SELECT b.id, jsonb_build_object('source', upper(b.language),
                           'texts', jsonb_build_object(upper(b.language), b.question)) AS title,
                       s.year, s.number, s.series
                  FROM ballot b JOIN forum_session s ON s.id = b.session
                 WHERE b.id = ANY (:ids)""", named);
        Map<PersonId, PersonCard> cards = people.cards(acts.stream()
                .filter(act -> act.subject().kind().equals(ForumTrail.SERIES)
                        || act.subject().kind().equals(ForumTrail.SESSION))
                .map(act -> act.detail("person"))
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .collect(Collectors.toSet()));
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            Named one = named.get(act.subject().id());
            if (one != null && kinds().contains(act.subject().kind())) {
                things.put(act.number(), thing(act, one, cards, reader.language(), opens));
            }
        }
        return things;
    }

    private void read(List<AuditedAct> acts, String kind, String sql, Map<UUID, Named> into) {
        UUID[] ids = AuditedThings.ids(acts, kind);
        if (ids.length == 0) {
            return;
        }
        jdbc.sql(sql).param("ids", ids).query(row -> {
            int year = row.getInt("year");
            into.put(
                    Columns.id(row, "id"),
                    new Named(
                            Stored.text(row, "title"),
                            year == 0 ? null : new SessionCode(year, row.getInt("number")).toString(),
                            Stored.series(row)));
        });
    }

    private static AuditedThing thing(
            AuditedAct act, Named one, Map<PersonId, PersonCard> cards, Language language, boolean opens) {
        @Nullable String code = one.code();
        String words = one.name().in(language);
        @Nullable String path = switch (act.subject().kind()) {
            case ForumTrail.SERIES ->
                ForumPages.series(new SeriesId(act.subject().id()));
            case ForumTrail.SESSION -> code == null ? null : ForumPages.session(code);
            case ForumTrail.OUTCOME, ForumTrail.BALLOT -> code == null ? null : ForumPages.minutes(code);
            default -> code == null ? ForumPages.backlog(one.series()) : ForumPages.agenda(code);
        };
        UUID person = act.detail("person");
        PersonCard card = person == null ? null : cards.get(new PersonId(person));
        if (card != null) {
            words = card.name() + " · " + words;
        }
        return new AuditedThing(
                act.subject().kind().equals(ForumTrail.SESSION) && code != null ? words + " (" + code + ")" : words,
                one.name().shownIn(language),
                opens ? path : null);
    }
}
