package org.kvartal.discussions.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.discussions.PostId;
import org.kvartal.files.FileAccess;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files in posts: who reads the post reads them; before it is posted, its writer alone. A post's id is its draft's. */
@Component
class PostFiles implements FileAccess {

    static final String MODULE = "discussions";

    private final JdbcClient jdbc;
    private final ThreadLedger ledger;
    private final Audience audience;

    PostFiles(JdbcClient jdbc, ThreadLedger ledger, Audience audience) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audience = audience;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        PostId post = new PostId(object);
        return ledger.standing(post)
                .map(standing -> !standing.takenAway() && audience.mayRead(asker, standing.visibility()))
                .orElseGet(() ->
                        asker.person().filter(person -> writes(person, post)).isPresent());
    }

    private boolean writes(PersonId person, PostId post) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM draft WHERE post = ? AND person = ? AND key NOT LIKE 'edit:%')")
                .param(post.value())
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        jdbc.sql("""
                SELECT id FROM post WHERE id = ANY(:objects) AND deleted_at IS NULL
                UNION ALL
                SELECT post FROM draft WHERE post = ANY(:objects)""")
                .param("objects", objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }
}
