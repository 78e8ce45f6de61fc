package org.kvartal.pages.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PagesRights;
import org.kvartal.pages.StandingPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the pages and the news that stand in the audit trail, for those who write them. */
@Component
class AuditedPages implements AuditedThings {

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Messages messages;

    AuditedPages(JdbcClient jdbc, Permissions permissions, Messages messages) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.messages = messages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KeptStandingPages.PAGE, KeptNews.NEWS);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        if (!permissions.has(reader.asker(), PagesRights.WRITE, Scope.PLATFORM)) {
            return Map.of();
        }
        Map<UUID, AuditedThing> named = new HashMap<>();
        for (StandingPage page : StandingPage.values()) {
            String words = messages.text(reader.language(), "pages.page." + Code.of(page));
            named.put(KeptStandingPages.id(page), new AuditedThing(words, null, PagesPaths.DESK));
        }
        jdbc.sql("SELECT id, title FROM news WHERE id = ANY (?)")
                .param(AuditedThings.ids(acts, KeptNews.NEWS))
                .query(row -> {
                    LocalizedText title = LocalizedText.stored(row.getString("title"));
                    UUID id = Columns.id(row, "id");
                    named.put(
                            id,
                            new AuditedThing(
                                    title.in(reader.language()),
                                    title.shownIn(reader.language()),
                                    PagesPaths.piece(new NewsId(id))));
                });
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            AuditedThing thing = named.get(act.subject().id());
            if (thing != null && kinds().contains(act.subject().kind())) {
                things.put(act.number(), thing);
            }
        }
        return things;
    }
}
