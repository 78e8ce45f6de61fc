package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.kvartal.kernel.Reader;

/** Something that a module above puts at the right of the workspace's head: search, inbox, the account's menu. */
public interface HeaderPart {

    /** Parts stand from left to right in ascending order; the account's menu is {@code 1000}. */
    int order();

    /** The part for this reader; empty where it has nothing for them. */
    Optional<Component> part(Reader reader);
}
