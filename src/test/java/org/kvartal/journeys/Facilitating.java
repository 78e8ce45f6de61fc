package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.saying;

import com.microsoft.playwright.Locator;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Code;

/** What somebody does at the desk of a room, by keys. */
final class Facilitating {

    private Facilitating() {}

    static void begin(Visitor desk) {
        desk.button("forum.room.start").click();
        desk.button("forum.room.begin").click();
    }

    /** The item that is spoken of. */
    static Locator item(Visitor desk) {
        return desk.page().locator(".room-title");
    }

    /** Presses a key beside every field. */
    static void key(Visitor desk, String key) {
        item(desk).click();
        desk.page().keyboard().press(key);
    }

    static void ask(Visitor desk, String question) {
        key(desk, "v");
        desk.field("forum.room.question").fill(question);
        desk.button("forum.room.vote-send").click();
    }

    /** One key, then words. */
    static void note(Visitor desk, String key, OutcomeKind kind, String words) {
        key(desk, key);
        desk.field("forum.outcome-kind." + Code.of(kind)).fill(words);
        desk.button("forum.room.note-down").click();
        assertThat(desk.page().locator(".outcome").filter(saying(words))).isVisible();
    }
}
