package org.kvartal.tasks;

import java.util.Set;
import org.kvartal.kernel.Asker;

/**
 * Says as whom somebody owes things now. The modules that know people implement it; an asker has the union of what all of them say, read
 * afresh at each question.
 */
public interface TaskAudiences {

    /** The {@linkplain Audience audiences} that the asker is one of now; none for guests and for the house. */
    Set<String> of(Asker asker);
}
