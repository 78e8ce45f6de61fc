package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;

/**
 * What whoever facilitates writes to the current item for themselves. The field stays while news come in; when the room turns to another item, it stays until what was
 * typed there last has been kept, and as long as somebody is typing.
 */
class DeskNotes extends Div {

    private static final int TYPING = 800;

    /** Says what stands in a field when nobody types there any more. */
    private static final String LEFT = """
            const field = this;
            return new Promise(left => field.matches(':focus-within')
                ? field.addEventListener('focusout', () => left(field.value), { once: true })
                : left(field.value));""";

    private final RoomTools tools;
    private final Words words;
    private final Map<ItemId, TextArea> fields = new HashMap<>();
    private @Nullable ItemId item;
    private @Nullable LocalizedText title;

    DeskNotes(RoomTools tools, Words words) {
        this.tools = tools;
        this.words = words;
        addClassName("stack");
    }

    /** @param kept what stands in the database */
    void show(@Nullable RoomItem current, String kept) {
        @Nullable ItemId now = current == null ? null : current.line().id();
        if (Objects.equals(now, item)) {
            return;
        }
        leave();
        item = now;
        title = current == null ? null : current.line().title();
        if (now != null) {
            TextArea field = fields.computeIfAbsent(now, id -> field(id, kept));
            field.setLabel(words.text("forum.room.notes"));
            addComponentAsFirst(field);
        }
    }

    private void leave() {
        ItemId left = item;
        TextArea field = left == null ? null : fields.get(left);
        if (left == null || field == null || title == null) {
            return;
        }
        field.setLabel(words.text("forum.room.notes-of", words.name(title)));
        field.getElement().executeJs(LEFT).then(String.class, typed -> {
            boolean goesOn = left.equals(item);
            if (!goesOn && keep(field, left, typed)) {
                fields.remove(left, field);
                remove(field);
            }
        });
    }

    private TextArea field(ItemId id, String kept) {
        TextArea field = new TextArea();
        field.setHelperText(words.text("forum.room.notes-hint"));
        field.addClassName("room-notes");
        field.setValue(kept);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING);
        field.addValueChangeListener(typed -> keep(field, id, typed.getValue()));
        return field;
    }

    private boolean keep(TextArea field, ItemId id, String typed) {
        try {
            tools.room().note(words.asker(), id, typed);
            field.setInvalid(false);
            return true;
        } catch (Refused refused) {
            field.setErrorMessage(words.refusal(refused));
            field.setInvalid(true);
            return false;
        }
    }
}
