package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;

/** A moment as people say it; the exact one is in {@code datetime} and on hover. */
@Tag("time")
public class RelativeTime extends Component implements HasStyle {

    public RelativeTime(Instant moment, Wording wording, Reader reader) {
        getElement().setAttribute("datetime", moment.toString());
        getElement().setAttribute("title", wording.exact(moment, reader.language(), reader.zone()));
        getElement().setText(wording.when(moment, reader));
    }
}
