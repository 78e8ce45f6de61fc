package org.kvartal.membership.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.Particulars;
import org.springframework.stereotype.Component;

/** Reads all that stands on an application's page. */
@Component
class ApplicationPages {

    private final Admissions admissions;
    private final Members members;
    private final Turns turns;
    private final Lists lists;

    ApplicationPages(Admissions admissions, Members members, Turns turns, Lists lists) {
        this.admissions = admissions;
        this.members = members;
        this.turns = turns;
        this.lists = lists;
    }

    /**
     * @param decides whether the reader may decide on applications
     * @param reads whether the reader may read the list of them
     * @param twins what is known of the members that it may be a second time
     */
    record Read(
            Dossier dossier,
            Turn turn,
            boolean decides,
            boolean reads,
            Map<MemberId, Particulars> twins,
            Names names) {}

    Optional<Read> read(Asker asker, long number) {
        return admissions.open(asker, number).map(dossier -> {
            List<MemberCard> members = dossier.twins().stream()
                    .flatMap(twin -> Optional.ofNullable(twin.member()).stream())
                    .toList();
            return new Read(
                    dossier,
                    turns.of(dossier, asker),
                    turns.decides(asker),
                    turns.reads(asker),
                    this.members.particulars(
                            members.stream().map(MemberCard::id).toList()),
                    lists.names(cities(dossier, members)));
        });
    }

    private static Collection<String> cities(Dossier dossier, List<MemberCard> twins) {
        List<String> cities = new ArrayList<>(List.of(dossier.form().place()));
        dossier.submissions().forEach(sent -> cities.add(sent.form().place()));
        twins.forEach(twin -> Optional.ofNullable(twin.city()).ifPresent(cities::add));
        dossier.twins()
                .forEach(twin -> Optional.ofNullable(twin.application())
                        .flatMap(application -> Optional.ofNullable(application.place()))
                        .ifPresent(cities::add));
        return cities;
    }
}
