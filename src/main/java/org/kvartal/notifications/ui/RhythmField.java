package org.kvartal.notifications.ui;

import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.notifications.Rhythm;

/** How often something comes by mail, or as everything else does. */
class RhythmField extends Select<String> {

    private static final String AS_ABOVE = "";

    /** @param name what a screen reader calls it */
    RhythmField(Messages messages, Reader reader, String name) {
        setAriaLabel(name);
        setItems(AS_ABOVE, Rhythm.NOW.name(), Rhythm.DAILY.name(), Rhythm.WEEKLY.name(), Rhythm.NEVER.name());
        setItemLabelGenerator(one -> messages.text(
                reader.language(),
                "notifications.rhythm." + (one.isEmpty() ? "as-above" : Code.of(Rhythm.valueOf(one)))));
    }

    void choose(@Nullable Rhythm rhythm) {
        setValue(rhythm == null ? AS_ABOVE : rhythm.name());
    }

    @Nullable Rhythm chosen() {
        String value = getValue();
        return value == null || value.isEmpty() ? null : Rhythm.valueOf(value);
    }
}
