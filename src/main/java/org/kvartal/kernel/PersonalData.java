package org.kvartal.kernel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps about people: a copy for themselves, who else can see it, and how it goes when they go. Each module that keeps something implements it as
 * a bean; accounts asks them.
 *
 * @see "Decision record 0162, what people may know, take away and erase"
 */
public interface PersonalData {

    /** The module, as its folder in the copy is called. */
    String module();

    /** Copies what is theirs. Called in a transaction that only reads; rows are written as they come. */
    void copy(Subject subject, Copy copy);

    /** Who can see which of it now, and why. What does not concern them is left out. */
    default List<Sight> sights(Subject subject) {
        return List.of();
    }

    /** What others still expect of them. */
    default List<Burden> burdens(Subject subject) {
        return List.of();
    }

    /**
     * Erases what is theirs alone and takes their name off what stays, in the caller's transaction. Asked again it finds nothing more to do.
     *
     * @return whether that was all; where something is still on its way it is asked again later
     */
    boolean erase(Erased erased);

    /**
     * Whose data it is.
     *
     * @param address folded; null where they have none
     */
    record Subject(PersonId person, String name, @Nullable String address) {}

    /** Where a module puts what it copies. */
    interface Copy {

        /**
         * The rows of a query, field by field as its columns are called.
         *
         * @param name the document, which has a title {@code <module>.own.<name>} in the module's bundle
         * @param query takes {@code :person} and {@code :address}, and nothing that others wrote to others
         */
        void rows(String name, String query);

        /** A file that the house keeps, under its name. */
        void file(UUID stored);
    }

    /**
     * That somebody can see something.
     *
     * @param what a message key
     * @param who a message key
     * @param why a message key
     * @param path where the person changes it, null where they can't
     * @param arguments what the three sentences mention
     */
    record Sight(
            String what, String who, String why, @Nullable String path, List<Object> arguments) {

        public static Sight of(String key, @Nullable String path, Object... arguments) {
            return new Sight(key + ".what", key + ".who", key + ".why", path, List.of(arguments));
        }
    }

    /**
     * What somebody still has to do, or is expected at.
     *
     * @param key a message key
     * @param path where it is seen
     */
    record Burden(
            String key, List<Object> arguments, @Nullable String path) {

        public static Burden of(String key, @Nullable String path, Object... arguments) {
            return new Burden(key, List.of(arguments), path);
        }
    }
}
