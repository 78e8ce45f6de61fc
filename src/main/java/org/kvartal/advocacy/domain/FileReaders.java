package org.kvartal.advocacy.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read the files of this module: evidence of a recommendation whoever may know of it; letters those who write or classify them, since a letter on paper carries the
 * link by which its addressee answers; what addressees sent those who
 * classify it; evidence of a measure everybody.
 */
@Component
class FileReaders implements FileAccess {

    static final String MODULE = "advocacy";

    private final AdvocacySight sight;
    private final LetterSeal seal;
    private final JdbcClient jdbc;

    FileReaders(AdvocacySight sight, LetterSeal seal, JdbcClient jdbc) {
        this.sight = sight;
        this.seal = seal;
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        boolean known = jdbc.sql("SELECT EXISTS (SELECT FROM measure WHERE id = :id)"
                        + " OR EXISTS (SELECT FROM recommendation r WHERE r.id = :id AND" + AdvocacySight.KNOWN + ")")
                .params(sight.values(asker))
                .param("id", object)
                .query(Boolean.class)
                .single();
        return known || (sight.has(asker, AdvocacyRights.CLASSIFY) && (isDispatch(object) || isReply(object)));
    }

    @Override
    public Set<FileId> readable(Asker asker, UUID object, Set<FileId> files) {
        Set<FileId> readable = known(asker, object, files);
        if (readable.isEmpty() || !isDispatch(object) || !seal.isBroken(new DispatchId(object))) {
            return readable;
        }
        Set<FileId> others = new HashSet<>(readable);
        others.removeAll(letter(object));
        return others;
    }

    private Set<FileId> known(Asker asker, UUID object, Set<FileId> files) {
        if (mayRead(asker, object)) {
            return files;
        }
        if (!sight.has(asker, AdvocacyRights.PREPARE)) {
            return Set.of();
        }
        return letter(object).stream().filter(files::contains).collect(Collectors.toSet());
    }

    private List<FileId> letter(UUID dispatch) {
        return jdbc.sql("SELECT letter FROM dispatch WHERE id = :id AND letter IS NOT NULL")
                .param("id", dispatch)
                .query((row, _) -> new FileId(Columns.id(row, "letter")))
                .list();
    }

    private boolean isReply(UUID object) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM dispatch_reply WHERE id = :id)")
                .param("id", object)
                .query(Boolean.class)
                .single();
    }

    private boolean isDispatch(UUID object) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM dispatch WHERE id = :id)")
                .param("id", object)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        jdbc.sql("""
                SELECT id FROM recommendation WHERE id = ANY (:ids)
                UNION ALL SELECT id FROM dispatch WHERE id = ANY (:ids)
                UNION ALL SELECT id FROM dispatch_reply WHERE id = ANY (:ids)
                UNION ALL SELECT id FROM measure WHERE id = ANY (:ids)""")
                .param("ids", objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }
}
