package org.kvartal.notifications;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/**
 * Says what notices of one kind say. The module that tells them implements it; a bean is enough. It is asked whenever notices are shown or
 * counted, and again before a letter is sent.
 */
public interface NoticeSource {

    /** The kind of the notices that it speaks for, such as {@code membership.mandate-given}; each has one source. */
    String kind();

    /**
     * The group in which people choose how often such things come by mail: the module, unless it says otherwise. Its name for people stands in
     * the module's texts, as {@code <group>.notices}.
     */
    default String group() {
        return kind().substring(0, kind().indexOf('.'));
    }

    /** Whether it can't wait, whatever people chose: somebody would stand before a closed door, or lose what they have to do now. */
    default boolean urgent() {
        return false;
    }

    /**
     * The texts about these subjects for that reader, in that language, in a constant number of queries. What is missing is no longer wanted, or
     * no longer for this reader to know: nobody is shown it, counts it or gets a letter about it.
     */
    Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language);

    /**
     * The same for a letter, which tells nothing twice.
     *
     * @param written the subjects, each with the {@linkplain Notice#edition() edition} of which an earlier letter told, 0 for none
     */
    default Map<UUID, NoticeText> news(PersonId reader, Map<UUID, Long> written, Language language) {
        return texts(reader, written.keySet(), language);
    }
}
