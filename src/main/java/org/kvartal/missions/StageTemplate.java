package org.kvartal.missions;

import java.util.List;
import org.kvartal.kernel.Code;

/**
 * The plans that are shipped with the house. A project takes a copy, which is changed freely.
 *
 * <p>The stages of {@link #REGIONAL_STRATEGY} are those by which agencies support a region: from research to implementation.
 */
public enum StageTemplate {
    REGIONAL_STRATEGY(
            new Planned("research", 60, true),
            new Planned("strategy", 60, true),
            new Planned("leaders", 45, false),
            new Planned("community", 60, false),
            new Planned("authorities", 45, true),
            new Planned("implementation", 90, true)),
    PROJECT_SUPPORT(
            new Planned("idea", 14, false),
            new Planned("plan", 30, true),
            new Planned("means", 30, false),
            new Planned("launch", 45, true),
            new Planned("result", 30, false));

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody changes
    private final List<Planned> stages;

    StageTemplate(Planned... stages) {
        this.stages = List.of(stages);
    }

    /**
     * A stage of a template.
     *
     * @param code under which its words stand
     * @param days how long it lasts
     * @param gate whether somebody decides before the next begins
     */
    public record Planned(String code, int days, boolean gate) {}

    public List<Planned> stages() {
        return stages;
    }

    /** The message key of its name. */
    public String key() {
        return "missions.template." + Code.of(this);
    }
}
