package org.kvartal.missions.ui;

import com.vaadin.flow.component.textfield.TextArea;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.files.StoredFile;
import org.kvartal.membership.Places;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.SlotId;
import org.springframework.stereotype.Component;

/** What whoever coordinates a mission does with its visits and their hosts. */
@Component
class SlotActs {

    private final Itinerary itinerary;
    private final Directory directory;
    private final Places places;

    SlotActs(Itinerary itinerary, Directory directory, Places places) {
        this.itinerary = itinerary;
        this.directory = directory;
        this.places = places;
    }

    /** @param slot null for a new one */
    Ask put(MissionPage page, @Nullable SlotLine slot, Words words) {
        SlotForm form = new SlotForm(page, slot, directory, places, words);
        SlotId id = slot == null ? SlotId.next() : slot.id();
        long version = slot == null ? 0 : slot.version();
        return form.ask().doing(() -> itinerary.put(words.asker(), page.line().id(), id, version, form.content()));
    }

    /** The same visit at another time; null where it would go over the end of its day. */
    static @Nullable SlotContent moved(SlotContent content, Duration by, int days) {
        LocalDateTime starts = content.day().atTime(content.starts()).plus(by);
        LocalDateTime ends = content.day()
                .plusDays(content.ends().equals(LocalTime.MIDNIGHT) ? 1 : 0)
                .atTime(content.ends())
                .plus(by);
        boolean stays = starts.toLocalDate().equals(content.day())
                && !ends.isAfter(content.day().plusDays(1).atStartOfDay());
        return stays
                ? new SlotContent(
                        content.day().plusDays(days),
                        starts.toLocalTime(),
                        ends.toLocalTime(),
                        content.zone(),
                        content.entry(),
                        content.place(),
                        content.purpose(),
                        content.who(),
                        content.transport(),
                        content.note(),
                        content.host())
                : null;
    }

    void move(MissionPage page, SlotLine slot, SlotContent moved, Words words) {
        itinerary.put(words.asker(), page.line().id(), slot.id(), slot.version(), moved);
    }

    Ask sureMove(MissionPage page, SlotLine slot, SlotContent moved, Words words) {
        return ask(slot, "move", words)
                .note(words.text(
                        "missions.app.trip-move-text",
                        slot.content().purpose(),
                        words.wording().weekday(moved.day(), words.language()),
                        words.wording().clock(moved.starts())))
                .doing(() -> move(page, slot, moved, words));
    }

    private static Ask ask(SlotLine slot, String what, Words words) {
        return new Ask(words, "missions.trip-" + what + "." + slot.id(), "missions.app.trip-" + what);
    }

    Ask ask(SlotLine slot, Words words) {
        return ask(slot, "ask", words)
                .note(words.text("missions.app.trip-ask-text", slot.content().purpose()))
                .doing(() -> itinerary.ask(words.asker(), slot.id(), slot.version()));
    }

    Ask take(SlotLine slot, Words words) {
        return ask(slot, "take", words)
                .note(words.text("missions.app.trip-take-text", slot.content().purpose()))
                .doing(() -> itinerary.takeMove(words.asker(), slot.id(), slot.version()));
    }

    Ask record(SlotLine slot, boolean accepted, Words words) {
        String what = accepted ? "accepted" : "declined";
        Ask ask = ask(slot, what, words)
                .note(words.text(
                        "missions.app.trip-" + what + "-text", slot.content().purpose()));
        TextArea said = ask.block("words", "missions.trip.field.said", "", !accepted);
        return ask.doing(() -> itinerary.record(words.asker(), slot.id(), slot.version(), accepted, said.getValue()));
    }

    Ask drop(SlotLine slot, Words words) {
        return ask(slot, "visit-drop", words)
                .note(words.text(
                        "missions.app.trip-visit-drop-text", slot.content().purpose()))
                .harmful()
                .doing(() -> itinerary.drop(words.asker(), slot.id()));
    }

    Ask removePaper(SlotLine slot, StoredFile paper, Words words) {
        return ask(slot, "paper-drop", words)
                .note(words.text("missions.app.trip-paper-drop-text", paper.name()))
                .harmful()
                .doing(() -> itinerary.remove(words.asker(), slot.id(), paper.id()));
    }

    /** Outside the page's turn. */
    void attach(SlotLine slot, String name, InputStream content, Words words) {
        var _ = itinerary.attach(words.asker(), slot.id(), name, content);
    }
}
