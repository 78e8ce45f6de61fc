package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;

/**
 * A short list in a card: a title that leads somewhere, small facts, a moment. It is drawn by the page's script from data that are handed
 * over and not kept here, since many people leave Today open all day.
 *
 * @see "Decision record 0075, posts are drawn in the browser"
 */
@Tag("kvartal-rows")
@JsModule("context://shell/rows.js")
public class RowList extends Component implements HasStyle {

    public RowList(List<Row> rows) {
        getElement().callJsFunction("show", rows);
    }

    /**
     * One line.
     *
     * @param href where it leads, a path of the house
     * @param title in the words of whoever wrote it
     * @param language the title's, as a BCP 47 tag; null where it is the reader's own
     * @param unread whether it is marked as new
     * @param facts small words below the title, in the reader's language
     * @param at when it happened; null where that does not matter
     */
    public record Row(
            String href,
            String title,
            @Nullable String language,
            boolean unread,
            List<String> facts,
            @Nullable Moment at) {}

    /** A moment as people say it, with the exact one. */
    public record Moment(String iso, String exact, String words) {

        public static Moment of(Instant moment, Wording wording, Reader reader) {
            return new Moment(
                    moment.toString(),
                    wording.exact(moment, reader.language(), reader.zone()),
                    wording.when(moment, reader));
        }
    }
}
