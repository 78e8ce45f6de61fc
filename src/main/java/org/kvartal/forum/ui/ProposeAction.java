package org.kvartal.forum.ui;

import java.util.Optional;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.PostAction;
import org.kvartal.discussions.PostActionOffer;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumRights;
import org.kvartal.kernel.Asker;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets people propose a thread for an agenda. */
@Component
@Order(10)
class ProposeAction implements PostAction {

    private final Permissions permissions;

    ProposeAction(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public Optional<PostActionOffer> offer(Asker asker, Spot spot) {
        return spot.post() == null && permissions.has(asker, ForumRights.PROPOSE, Scope.PLATFORM)
                ? Optional.of(new PostActionOffer("forum.app.propose-thread", ForumPages.proposeThread(spot.number())))
                : Optional.empty();
    }
}
