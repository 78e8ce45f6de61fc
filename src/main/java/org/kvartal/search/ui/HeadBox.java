package org.kvartal.search.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.HeaderPart;

/** The box in the head of every page; on a phone it is the way to the page of the search. */
@org.springframework.stereotype.Component
class HeadBox implements HeaderPart {

    private static final int FIRST = 100;

    private final Messages messages;

    HeadBox(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public Optional<Component> part(Reader reader) {
        SearchBox box = new SearchBox(messages.text(reader.language(), "search.box.everywhere"));
        box.addClassName("search-head");
        return Optional.of(box);
    }
}
