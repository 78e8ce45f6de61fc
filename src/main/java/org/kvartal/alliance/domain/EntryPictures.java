package org.kvartal.alliance.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kvartal.alliance.EntryContent.Picture;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures of entries: whoever may know of the entry sees the one that stands there, and those who keep it see what has been put into it. */
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
        return known(asker, object).isPresent();
    }

    private Optional<Entry> known(Asker asker, UUID object) {
        return entries.findById(object).filter(entry -> {
            var maker = entry.madeBy();
            return keepers.mayKnow(asker, entry.state(), maker == null ? null : maker.value(), entry.member());
        });
    }

    @Override
    public Set<FileId> readable(Asker asker, UUID object, Set<FileId> files) {
        return known(asker, object)
                .map(entry -> shows(entry, files) || keepers.keeps(asker, entry) ? files : shown(entry, files))
                .orElse(Set.of());
    }

    private static boolean shows(Entry entry, Set<FileId> files) {
        return shown(entry, files).size() == files.size();
    }

    private static Set<FileId> shown(Entry entry, Set<FileId> files) {
        Picture picture = entry.content().picture();
        return picture != null && files.contains(picture.file()) ? Set.of(picture.file()) : Set.of();
    }

    /** A file's id stands in whatever uses it. */
    @Override
    public Set<FileId> unused(Map<FileId, UUID> files) {
        Set<FileId> unused = new HashSet<>(files.keySet());
        List<FileId> asked = List.copyOf(files.keySet());
        jdbc.sql("""
                SELECT f.id
                  FROM unnest(:files::uuid[], :entries::uuid[]) f (id, entry)
                 WHERE EXISTS (SELECT FROM entry e
                                WHERE e.id = f.entry AND strpos(e.content::text, f.id::text) > 0)
                    OR EXISTS (SELECT FROM entry_draft d
                                WHERE d.entry = f.entry AND strpos(d.content, f.id::text) > 0)
                    OR EXISTS (SELECT FROM entry_revision r
                                WHERE r.entry = f.entry AND r.state = 'WAITING' AND strpos(r.content::text, f.id::text) > 0)""")
                .param("files", asked.stream().map(FileId::value).toArray(UUID[]::new))
                .param("entries", asked.stream().map(files::get).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(used -> unused.remove(new FileId(used)));
        return unused;
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
