package org.kvartal.notifications.ui;

import com.vaadin.flow.component.Component;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.notifications.FollowedPlaces;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Wishes;
import org.kvartal.shell.SettingsCard;
import org.springframework.beans.factory.ObjectProvider;

/** What somebody wants to be told, among their settings. */
@org.springframework.stereotype.Component
class WishesCard implements SettingsCard {

    private static final int BELOW_ONESELF = 100;

    private final Wishes wishes;
    private final Following following;
    private final ObjectProvider<FollowedPlaces> places;
    private final Messages messages;

    /** @param places looked up when needed: whoever knows them tells notices, too */
    WishesCard(Wishes wishes, Following following, ObjectProvider<FollowedPlaces> places, Messages messages) {
        this.wishes = wishes;
        this.following = following;
        this.places = places;
        this.messages = messages;
    }

    @Override
    public int order() {
        return BELOW_ONESELF;
    }

    @Override
    public Component card(Reader reader) {
        return new WishesPart(wishes, following, places.stream().toList(), messages, reader);
    }
}
