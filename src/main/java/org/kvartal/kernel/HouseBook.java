package org.kvartal.kernel;

import java.util.Map;

/**
 * What the owners of the house have set in it, section by section. Everybody may read here; who may write is for the module to ask that offers the pages for
 * it.
 *
 * @see "Decision record 0159, what a house is lies in the ground"
 */
public interface HouseBook {

    /** How the house calls itself: {@code name}. */
    String IDENTITY = "identity";

    /** Its colour and its mark: {@code accent} (#rrggbb), {@code mark} (a path). */
    String LOOK = "look";

    /** Where people reach it: {@code base-url}. */
    String ADDRESS = "address";

    /** Which languages it offers, parted by commas, its first one first, and by which clock: {@code languages}, {@code zone}. */
    String PLACE = "place";

    /** The modules that it does not use, parted by commas: {@code resting}. */
    String MODULES = "modules";

    /** The server that sends its letters. */
    String MAIL = "mail";

    /** What stands in a section; empty where nobody has written into it. */
    Section read(String section);

    /**
     * Writes a section in the caller's transaction. It holds on this node with the commit; other nodes are to be told.
     *
     * @param seen the version that whoever writes has seen
     * @throws Refused if somebody else has changed it since
     */
    void write(String section, long seen, Map<String, String> values);

    /** Looks at what stands there now: somebody has written, perhaps on another node. */
    void readAgain();

    /** Whether the settings of the program say it, which then holds whatever stands here: a property such as {@code kvartal.name}. */
    boolean isGiven(String property);

    /** @param version 0 where nobody has written yet */
    record Section(long version, Map<String, String> values) {

        public Section {
            values = Map.copyOf(values);
        }

        /** The value, empty where there is none. */
        public String value(String name) {
            return values.getOrDefault(name, "");
        }
    }
}
