package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.ActedFor;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.domain.AuditedRows.ApplicationRow;
import org.kvartal.membership.domain.AuditedRows.BodyRow;
import org.kvartal.membership.domain.AuditedRows.MandateRow;
import org.kvartal.membership.domain.AuditedRows.MemberRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the members, mandates, applications, bodies and cities that stand in the audit trail, and the associations in whose name people acted. */
@Component
class AuditedMembership implements AuditedThings, ActedFor {

    private final AuditedRows rows;
    private final People people;
    private final Permissions permissions;
    private final Messages messages;

    AuditedMembership(AuditedRows rows, People people, Permissions permissions, Messages messages) {
        this.rows = rows;
        this.people = people;
        this.permissions = permissions;
        this.messages = messages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                KeptMembers.MEMBER,
                MandateBook.MANDATE,
                ApplicationLog.APPLICATION,
                KeptBodies.BODY,
                AuditedRows.PLACE);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> associations, Language language) {
        Map<UUID, String> names = new HashMap<>();
        rows.members(associations)
                .forEach((id, member) -> names.put(id, member.name().in(language)));
        return names;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        if (!permissions.has(reader.asker(), MembershipRights.READ_MEMBERS, Scope.PLATFORM)) {
            return Map.of();
        }
        Map<UUID, MandateRow> mandates = rows.mandates(ids(acts, MandateBook.MANDATE));
        Set<UUID> associations = new HashSet<>(ids(acts, KeptMembers.MEMBER));
        Set<PersonId> persons = new HashSet<>();
        mandates.values().forEach(mandate -> {
            associations.add(mandate.association());
            if (mandate.person() != null) {
                persons.add(mandate.person());
            }
        });
        for (AuditedAct act : acts) {
            UUID association = act.detail("association");
            UUID person = act.detail("person");
            if (association != null) {
                associations.add(association);
            }
            if (person != null) {
                persons.add(new PersonId(person));
            }
        }
        boolean office = permissions.has(reader.asker(), MembershipRights.READ_APPLICATIONS, Scope.PLATFORM);
        Naming naming = new Naming(
                reader.language(),
                rows.members(associations),
                mandates,
                office ? rows.applications(ids(acts, ApplicationLog.APPLICATION)) : Map.of(),
                rows.bodies(ids(acts, KeptBodies.BODY)),
                rows.places(ids(acts, AuditedRows.PLACE)),
                people.cards(persons));
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            AuditedThing thing = naming.of(act);
            if (thing != null) {
                things.put(act.number(), thing);
            }
        }
        return things;
    }

    private static List<UUID> ids(List<AuditedAct> acts, String kind) {
        return List.of(AuditedThings.ids(acts, kind));
    }

    /** Names single acts from what was read for all of them. */
    private final class Naming {

        private final Language language;
        private final Map<UUID, MemberRow> members;
        private final Map<UUID, MandateRow> mandates;
        private final Map<UUID, ApplicationRow> applications;
        private final Map<UUID, BodyRow> bodies;
        private final Map<UUID, LocalizedText> places;
        private final Map<PersonId, PersonCard> cards;

        private Naming(
                Language language,
                Map<UUID, MemberRow> members,
                Map<UUID, MandateRow> mandates,
                Map<UUID, ApplicationRow> applications,
                Map<UUID, BodyRow> bodies,
                Map<UUID, LocalizedText> places,
                Map<PersonId, PersonCard> cards) {
            this.language = language;
            this.members = members;
            this.mandates = mandates;
            this.applications = applications;
            this.bodies = bodies;
            this.places = places;
            this.cards = cards;
        }

        private @Nullable AuditedThing of(AuditedAct act) {
            UUID id = act.subject().id();
            return switch (act.subject().kind()) {
                case KeptMembers.MEMBER -> member(members.get(id));
                case MandateBook.MANDATE -> mandate(act, mandates.get(id));
                case ApplicationLog.APPLICATION -> application(applications.get(id));
                case KeptBodies.BODY -> body(act, bodies.get(id));
                case AuditedRows.PLACE -> official(places.get(id), null);
                default -> null;
            };
        }

        private @Nullable AuditedThing member(@Nullable MemberRow row) {
            return row == null ? null : official(row.name(), MembershipPages.member(row.number()));
        }

        /** A mandate that is gone is told from the act's own details. */
        private @Nullable AuditedThing mandate(AuditedAct act, @Nullable MandateRow row) {
            UUID id = row == null ? act.detail("association") : row.association();
            MemberRow association = id == null ? null : members.get(id);
            if (association == null) {
                return null;
            }
            String name = representative(act, row);
            if (name == null) {
                return member(association);
            }
            return new AuditedThing(
                    text("membership.trail.mandate", name, association.name().in(language)),
                    null,
                    MembershipPages.member(association.number()));
        }

        private @Nullable String representative(AuditedAct act, @Nullable MandateRow row) {
            UUID held = act.detail("person");
            if (held != null) {
                return person(new PersonId(held));
            }
            if (row == null) {
                return null;
            }
            return row.person() == null ? row.name() : person(row.person());
        }

        /** What was never sent is its applicant's own, and has no name here. */
        private @Nullable AuditedThing application(@Nullable ApplicationRow row) {
            if (row == null) {
                return null;
            }
            if (row.name().isEmpty()) {
                return AuditedThing.named(text("membership.trail.unsent", text(Keys.of(row.kind()))));
            }
            String words = row.association() == null
                    ? row.name()
                    : text(
                            "membership.trail.mandate",
                            row.name(),
                            row.association().in(language));
            return new AuditedThing(words, null, MembershipPages.application(row.number()));
        }

        private @Nullable AuditedThing body(AuditedAct act, @Nullable BodyRow row) {
            if (row == null) {
                return null;
            }
            UUID person = act.detail("person");
            String path = MembershipPages.body(row.slug());
            return person == null
                    ? official(row.name(), path)
                    : new AuditedThing(
                            person(new PersonId(person)) + " · " + row.name().in(language), null, path);
        }

        private @Nullable AuditedThing official(@Nullable LocalizedText name, @Nullable String path) {
            return name == null ? null : new AuditedThing(name.in(language), name.shownIn(language), path);
        }

        private String person(PersonId person) {
            PersonCard card = cards.get(person);
            return card == null ? text("membership.trail.somebody") : card.name();
        }

        private String text(String key, Object... arguments) {
            return messages.text(language, key, arguments);
        }
    }
}
