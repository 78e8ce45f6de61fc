package org.kvartal.membership.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.imports.ImportId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.MembershipPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters to those whom an import brought in, and what their links open. */
@Component
class InvitationLetters {

    private static final LinkPurpose PURPOSE = new LinkPurpose("membership.invited");

    /** More names than these would make a letter of a list. */
    private static final int NAMED = 5;

    private final Links links;
    private final Postbox postbox;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final House house;
    private final HouseClock day;

    InvitationLetters(Links links, Postbox postbox, AuditTrail audit, JdbcClient jdbc, House house, HouseClock day) {
        this.links = links;
        this.postbox = postbox;
        this.audit = audit;
        this.jdbc = jdbc;
        this.house = house;
        this.day = day;
    }

    /**
     * Something that waits for somebody.
     *
     * @param association null where they are a member themselves
     */
    record Item(
            UUID thing,
            String name,
            String address,
            Language language,
            @Nullable LocalizedText association) {}

    /** Posts a letter for each list, and notes that everything in it has been told. */
    void write(Collection<List<Item>> letters) {
        List<UUID> things = new ArrayList<>();
        List<UUID> invitations = new ArrayList<>();
        for (List<Item> items : letters) {
            UUID invitation = Ids.next();
            items.forEach(item -> {
                things.add(item.thing());
                invitations.add(invitation);
            });
            post(invitation, items);
        }
        jdbc.sql("""
                UPDATE invitee i SET invitation = w.invitation
                  FROM unnest(:things::uuid[], :invitations::uuid[]) AS w (thing, invitation) WHERE i.thing = w.thing""")
                .param("things", things.toArray(UUID[]::new))
                .param("invitations", invitations.toArray(UUID[]::new))
                .update();
        jdbc.sql("UPDATE mandate SET invited_at = :now, version = version + 1 WHERE id = ANY (:things)")
                .param("now", Columns.moment(day.now()))
                .param("things", things.toArray(UUID[]::new))
                .update();
    }

    private void post(UUID invitation, List<Item> items) {
        Item first = items.getFirst();
        Language language = first.language();
        List<String> associations = items.stream()
                .map(Item::association)
                .filter(Objects::nonNull)
                .map(name -> name.in(language))
                .distinct()
                .toList();
        String token = links.issue(PURPOSE, invitation.toString(), Duration.ofDays(ImportInvitations.DAYS))
                .value();
        postbox.post(Letter.about(
                        "membership.invited:" + invitation,
                        new Recipient(first.name(), first.address(), language),
                        "membership.letter.invited-" + (associations.isEmpty() ? "member" : "representative"),
                        house.name(),
                        ImportInvitations.DAYS,
                        associations.size(),
                        String.join(", ", associations.subList(0, Math.min(NAMED, associations.size()))),
                        Math.max(0, associations.size() - NAMED))
                .withSecretButton(house.address(MembershipPages.invitation(token, language)))
                .with(Letter.Importance.BULK));
    }

    /** Notes who wished that the letters go out. */
    void record(Asker by, ImportId id) {
        audit.record(AuditEntry.of(by, "membership.invitations-sent", new AuditSubject("imports.batch", id.value())));
    }

    Optional<LinkSubject> look(String token) {
        return links.look(token, PURPOSE);
    }

    /** Uses the link up. */
    Optional<UUID> redeem(String token) {
        return links.redeem(token, PURPOSE).map(link -> UUID.fromString(link.subject()));
    }
}
