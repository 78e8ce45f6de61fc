package org.kvartal.alliance.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures of entries: whoever may know of the entry sees them. */
@Component
class EntryPictures implements FileAccess {

    private static final String MODULE = "alliance";

    private final EntryRepository entries;
    private final EntryKeepers keepers;
    private final JdbcClient jdbc;

    EntryPictures(EntryRepository entries, EntryKeepers keepers, JdbcClient jdbc) {
        this.entries = entries;
        this.keepers = keepers;
        this.jdbc = jdbc;
    }

    static FileOwner owner(EntryId entry) {
        return new FileOwner(MODULE, entry.value());
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        return entries.findById(object)
                .filter(entry -> {
                    var maker = entry.madeBy();
                    return keepers.mayKnow(asker, entry.state(), maker == null ? null : maker.value(), entry.member());
                })
                .isPresent();
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        jdbc.sql("SELECT id FROM entry WHERE id = ANY(?)")
                .param(objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }
}
