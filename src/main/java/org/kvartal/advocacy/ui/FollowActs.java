package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import org.kvartal.advocacy.Following;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
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
            Words words = acts.words();
            acts.also(press(
                    page.follows(),
                    words,
                    () -> following.follow(words.asker(), page.card().id()),
                    () -> following.unfollow(words.asker(), page.card().id()),
                    again));
        }
    }

    void into(Acts acts, MeasurePage page, Runnable again) {
        if (page.mayFollow()) {
            Words words = acts.words();
            acts.also(press(
                    page.follows(),
                    words,
                    () -> following.follow(words.asker(), page.card().id()),
                    () -> following.unfollow(words.asker(), page.card().id()),
                    again));
        }
    }

    private static Button press(boolean follows, Words words, Runnable follow, Runnable unfollow, Runnable again) {
        Button button = new Button(words.text(follows ? "advocacy.app.unfollow" : "advocacy.app.follow"), _ -> {
            (follows ? unfollow : follow).run();
            Notices.done(words.text(follows ? "advocacy.app.unfollowed" : "advocacy.app.followed"));
            again.run();
        });
        button.setDisableOnClick(true);
        return button;
    }
}
