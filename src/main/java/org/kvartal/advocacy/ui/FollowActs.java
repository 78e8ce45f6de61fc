package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import java.util.function.Consumer;
import org.kvartal.advocacy.Following;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.kernel.Asker;
import org.kvartal.shell.Notices;
import org.springframework.stereotype.Component;

/** Follows what a page shows by one press, and no longer by another. */
@Component
class FollowActs {

    private final Following following;

    FollowActs(Following following) {
        this.following = following;
    }

    void into(Acts acts, RecommendationPage page, Runnable again) {
        if (page.mayFollow()) {
            RecommendationId id = page.card().id();
            press(acts, page.follows(), by -> following.follow(by, id), by -> following.unfollow(by, id), again);
        }
    }

    void into(Acts acts, MeasurePage page, Runnable again) {
        if (page.mayFollow()) {
            MeasureId id = page.card().id();
            press(acts, page.follows(), by -> following.follow(by, id), by -> following.unfollow(by, id), again);
        }
    }

    private static void press(
            Acts acts, boolean follows, Consumer<Asker> follow, Consumer<Asker> unfollow, Runnable again) {
        Words words = acts.words();
        Button button = new Button(words.text(follows ? "advocacy.app.unfollow" : "advocacy.app.follow"), _ -> {
            (follows ? unfollow : follow).accept(words.asker());
            Notices.done(words.text(follows ? "advocacy.app.unfollowed" : "advocacy.app.followed"));
            again.run();
        });
        button.setDisableOnClick(true);
        acts.also(button);
    }
}
