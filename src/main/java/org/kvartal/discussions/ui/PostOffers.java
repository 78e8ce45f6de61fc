package org.kvartal.discussions.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Optional;
import org.kvartal.discussions.PostAction;
import org.kvartal.discussions.PostAction.Spot;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Reader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other modules let people do with a thread or a post. */
@Component
class PostOffers {

    private final House house;
    private final List<PostAction> actions;
    private final PageWords words;

    PostOffers(House house, ObjectProvider<PostAction> actions, PageWords words) {
        this.house = house;
        this.actions = actions.orderedStream().toList();
        this.words = words;
    }

    /** Whether there is anybody to ask. */
    boolean any() {
        return !house.inUse(actions).isEmpty();
    }

    List<Answer.Offer> of(Reader reader, Spot spot) {
        return house.inUse(actions).stream()
                .map(action -> action.offer(reader.asker(), spot))
                .flatMap(Optional::stream)
                .map(offer -> new Answer.Offer(words.text(reader.language(), offer.labelKey()), offer.path()))
                .toList();
    }

    /** The same as links on a page. */
    Anchor[] links(Reader reader, Spot spot) {
        return of(reader, spot).stream()
                .map(offer -> {
                    Anchor link = new Anchor(offer.path(), offer.text());
                    link.addClassName("button");
                    return link;
                })
                .toArray(Anchor[]::new);
    }
}
