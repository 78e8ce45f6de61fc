package org.kvartal.alliance.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.RevisionId;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.ShellPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the entries and the editions of the catalogue that stand in the audit trail; a relation by both its ends. */
@Component
class AuditedDirectory implements AuditedThings {

    private static final String EDITION = "alliance.edition";

    private final EntryKeepers keepers;
    private final Messages messages;
    private final JdbcClient jdbc;

    AuditedDirectory(EntryKeepers keepers, Messages messages, JdbcClient jdbc) {
        this.keepers = keepers;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    private record Named(Names names, String slug) {}

    @Override
    public Set<String> kinds() {
        return Set.of(EntryWriting.ENTRY, EDITION);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        boolean steward = keepers.isSteward(reader.asker());
        Map<UUID, Named> entries = entries(acts, steward);
        Map<UUID, AuditedThing> editions = steward ? editions(acts, reader.language()) : Map.of();
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            UUID id = act.subject().id();
            Named entry = entries.get(id);
            AuditedThing thing = entry == null ? editions.get(id) : told(act, entry, entries, reader.language());
            if (thing != null) {
                things.put(act.number(), thing);
            }
        }
        return things;
    }

    private AuditedThing told(AuditedAct act, Named entry, Map<UUID, Named> entries, Language language) {
        UUID revision = act.detail("revision");
        String path = revision == null
                ? AlliancePages.edit(entry.slug())
                : AlliancePages.suggestion(new RevisionId(revision));
        UUID otherEnd = act.detail("other");
        Named other = otherEnd == null ? null : entries.get(otherEnd);
        String name = entry.names().in(language);
        return other == null
                ? new AuditedThing(
                        name, Language.of(entry.names().shownIn(language)).orElse(null), path)
                : new AuditedThing(
                        messages.text(
                                language,
                                "alliance.trail.relation",
                                name,
                                other.names().in(language)),
                        null,
                        path);
    }

    private Map<UUID, Named> entries(List<AuditedAct> acts, boolean steward) {
        UUID[] ids = Stream.concat(
                        Stream.of(AuditedThings.ids(acts, EntryWriting.ENTRY)),
                        acts.stream().map(act -> act.detail("other")).filter(Objects::nonNull))
                .distinct()
                .toArray(UUID[]::new);
        Map<UUID, Named> entries = new HashMap<>();
        if (ids.length > 0) {
            jdbc.sql("SELECT id, slug, content FROM entry WHERE id = ANY (:ids) AND (:steward OR state = :public)")
                    .param("ids", ids)
                    .param("steward", steward)
                    .param("public", EditorialState.CONFIRMED.name())
                    .query(row -> {
                        entries.put(
                                Columns.id(row, "id"),
                                new Named(EntryRows.content(row, "").names(), row.getString("slug")));
                    });
        }
        return entries;
    }

    private Map<UUID, AuditedThing> editions(List<AuditedAct> acts, Language language) {
        UUID[] ids = AuditedThings.ids(acts, EDITION);
        Map<UUID, AuditedThing> editions = new HashMap<>();
        if (ids.length > 0) {
            jdbc.sql("SELECT id, language, filter FROM catalogue_edition WHERE id = ANY (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        editions.put(
                                Columns.id(row, "id"),
                                new AuditedThing(
                                        Columns.language(row, "language").ownName() + " · "
                                                + what(row.getString("filter"), language),
                                        null,
                                        ShellPages.path(AlliancePages.CATALOGUES)));
                    });
        }
        return editions;
    }

    private String what(@Nullable String filter, Language language) {
        boolean whole = DirectoryFilter.ALL.write().equals(filter);
        return messages.text(
                language, whole ? "alliance.catalogue.screen.whole-directory" : "alliance.trail.part-of-directory");
    }
}
