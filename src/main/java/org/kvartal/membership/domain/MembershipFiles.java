package org.kvartal.membership.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.files.FileAccess;
import org.kvartal.kernel.Asker;
import org.springframework.stereotype.Component;

/** Who may read the files of membership: the statutes of applications and the documents of mandates. */
@Component
class MembershipFiles implements FileAccess {

    static final String MODULE = "membership";

    private final Statutes statutes;
    private final MandatePapers papers;

    MembershipFiles(Statutes statutes, MandatePapers papers) {
        this.statutes = statutes;
        this.papers = papers;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        return statutes.mayRead(asker, object) || papers.mayRead(asker, object);
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        gone.removeAll(statutes.standing(objects));
        gone.removeAll(papers.standing(objects));
        return gone;
    }
}
