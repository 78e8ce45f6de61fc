package org.kvartal.missions.domain;

import java.util.List;
import java.util.Optional;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectSource;
import org.kvartal.missions.ProjectSource.Source;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.stereotype.Component;

/** From what projects are begun, whichever module it belongs to. */
@Component
class ProjectSources {

    private final House house;
    private final List<ProjectSource> sources;
    private final Trace trace;

    ProjectSources(House house, List<ProjectSource> sources, Trace trace) {
        this.house = house;
        this.sources = List.copyOf(sources);
        this.trace = trace;
    }

    Optional<Source> find(Asker asker, String code) {
        return code.isBlank()
                ? Optional.empty()
                : house.inUse(sources).stream()
                        .flatMap(source -> source.find(asker, code.strip()).stream())
                        .findFirst();
    }

    /** @throws Refused at {@code of} if a code is given and there is nothing such that the asker may know of */
    Optional<Source> require(Asker asker, String code) {
        Optional<Source> found = find(asker, code);
        if (found.isEmpty() && !code.isBlank()) {
            throw Refused.at("of", "missions.refused.of");
        }
        return found;
    }

    void begun(Asker by, Source source, ProjectId project) {
        Relation relation =
                source.node().kind().equals(MissionPages.TRACED_MISSION) ? Relation.BECAME : Relation.CARRIED_OUT_BY;
        trace.link(by, new Strand(source.node(), relation, project.traced()));
    }
}
