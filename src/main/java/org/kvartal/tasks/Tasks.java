package org.kvartal.tasks;

import java.util.List;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Reader;

/**
 * What waits for somebody. The module that owns a matter opens a task with the act that makes somebody owe something, and closes it with the act
 * that settles it; nobody ticks a task off by hand.
 */
public interface Tasks {

    /**
     * Opens a task in the caller's transaction. While a task of that key is open, the same key again changes nothing.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     * @throws IllegalArgumentException if the wish's message has no text in one of the house's languages
     */
    void open(TaskWish wish);

    /**
     * Closes a task in the caller's transaction; no error where there is none.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    void done(String key);

    /** What the asker owes now, by all their {@linkplain TaskAudiences audiences}, oldest first; nothing for guests. */
    List<TaskLine> owed(Asker asker, int limit);

    /** How much that is. */
    long count(Asker asker);

    /** What others owe the reader, by all {@linkplain AwaitedSource sources}, the oldest first; nothing for guests. */
    List<AwaitedLine> awaited(Reader reader, int limit);
}
