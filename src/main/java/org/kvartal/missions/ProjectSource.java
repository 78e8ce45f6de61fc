package org.kvartal.missions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.trace.TraceNode;

/** Something that a project may be begun from, such as a recommendation. The module that owns such things implements it; a bean is enough. */
public interface ProjectSource {

    /** What has that code, as far as the asker may know of it; empty for codes of others. One query or none. */
    Optional<Source> find(Asker asker, String code);

    /**
     * @param node as trails know it
     * @param with with whom a project would be done, null where nobody is meant
     */
    record Source(
            String code,
            LocalizedText title,
            TraceNode node,
            @Nullable Party with) {}
}
