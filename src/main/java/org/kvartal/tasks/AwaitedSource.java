package org.kvartal.tasks;

import java.util.List;
import org.kvartal.kernel.Reader;

/**
 * Says what others owe somebody. A bean of this type of a module above is enough. Nothing is written down: it is asked for when somebody looks, and is what the state of
 * things says then.
 *
 * @see "Decision record 0148, what others owe is asked for"
 */
public interface AwaitedSource {

    /** What the reader waits for, the oldest first, in a constant number of queries; nothing for guests. */
    List<AwaitedLine> awaited(Reader reader, int limit);
}
