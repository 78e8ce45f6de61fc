package org.kvartal.alliance.catalogue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.AllianceRights;
import org.kvartal.files.FileAccess;
import org.kvartal.kernel.Asker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** PDFs of editions: those of the house are for everybody, others for whoever wanted them, and for stewards. */
@Component
class EditionFiles implements FileAccess {

    static final String MODULE = "catalogue";

    private final JdbcClient jdbc;
    private final Permissions permissions;

    EditionFiles(JdbcClient jdbc, Permissions permissions) {
        this.jdbc = jdbc;
        this.permissions = permissions;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID edition) {
        record Standing(boolean ofHouse, UUID wantedBy) {}
        return jdbc.sql("SELECT of_house, wanted_by FROM catalogue_edition WHERE id = ?")
                .param(edition)
                .query((row, _) -> new Standing(row.getBoolean("of_house"), row.getObject("wanted_by", UUID.class)))
                .optional()
                .filter(standing -> standing.ofHouse
                        || asker.person()
                                .filter(person -> person.value().equals(standing.wantedBy))
                                .isPresent()
                        || permissions.has(asker, AllianceRights.STEWARD, Scope.PLATFORM))
                .isPresent();
    }

    @Override
    public Set<UUID> gone(Set<UUID> editions) {
        Set<UUID> gone = new HashSet<>(editions);
        jdbc.sql("SELECT id FROM catalogue_edition WHERE id = ANY(?)")
                .param(editions.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }
}
