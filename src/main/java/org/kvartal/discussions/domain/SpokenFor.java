package org.kvartal.discussions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.stereotype.Component;

/**
 * For whom people write: asked of membership at the moment of writing, and named from then on whatever becomes of the mandate.
 *
 * @see "Decision record 0077, a post keeps whom it was written for"
 */
@Component
class SpokenFor {

    private final Mandates mandates;
    private final Members members;

    SpokenFor(Mandates mandates, Members members) {
        this.mandates = mandates;
        this.members = members;
    }

    /**
     * Lets somebody write for an organisation, or stops them. What the house brings in was said under a mandate that need not run any more.
     *
     * @param onBehalfOf null for somebody who writes as themselves
     * @throws Forbidden without a current mandate
     */
    void require(Asker by, @Nullable MemberId onBehalfOf) {
        if (onBehalfOf == null) {
            return;
        }
        if (by instanceof Asker.House) {
            if (members.find(by, onBehalfOf)
                    .filter(member -> member.kind().organisation())
                    .isEmpty()) {
                throw new Forbidden();
            }
        } else {
            mandates.check(by, onBehalfOf);
        }
    }

    /** The cards of those for whom somebody wrote, nulls left out; no query where nobody did. */
    Map<MemberId, MemberCard> cards(Collection<@Nullable MemberId> named) {
        Set<MemberId> ids = new HashSet<>();
        named.stream().filter(Objects::nonNull).forEach(ids::add);
        return ids.isEmpty() ? Map.of() : members.cards(Asker.guest(), ids);
    }

    @Nullable MemberCard card(@Nullable MemberId member) {
        return member == null ? null : members.find(Asker.guest(), member).orElse(null);
    }

    /** Of a row that holds an organisation or none. */
    static @Nullable MemberId member(ResultSet row, String column) throws SQLException {
        UUID id = Columns.idOrNull(row, column);
        return id == null ? null : new MemberId(id);
    }

    static @Nullable MemberCard card(Map<MemberId, MemberCard> cards, @Nullable MemberId member) {
        return member == null ? null : cards.get(member);
    }
}
