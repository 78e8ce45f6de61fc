package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.kvartal.kernel.Reader;

/** A card that a module above puts on Today. A bean of this type is enough. */
public interface HomeCard {

    /** The three questions that Today answers, in this order. */
    enum Column {
        /** What is coming, with the one act it wants. */
        NEXT,
        /** What I owe and am owed. */
        MINE,
        /** What happened on the things I follow. */
        MOVED
    }

    Column column();

    /** Cards of a column are shown in ascending order. */
    int order();

    /**
     * The card for this reader, usually a {@link Card}, read in a constant number of queries.
     *
     * @return empty where there is nothing to tell: Today never shows an empty card
     */
    Optional<Component> card(Reader reader);
}
