package org.kvartal.administration.ui;

import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The section that was saved just before its page was loaded anew, so that the new one can say it and lead back there. */
record SavedSection(Class<? extends SectionPart> part, Instant at) {

    /** A page that was not loaded for so long never will be. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    static void keep(SectionPart part, Instant now) {
        VaadinSession.getCurrent().setAttribute(SavedSection.class, new SavedSection(part.getClass(), now));
    }

    /** The section, once. */
    static Optional<Class<? extends SectionPart>> takenAt(Instant now) {
        VaadinSession session = VaadinSession.getCurrent();
        SavedSection saved = session.getAttribute(SavedSection.class);
        session.setAttribute(SavedSection.class, null);
        return saved == null || saved.at().plus(KEPT).isBefore(now) ? Optional.empty() : Optional.of(saved.part());
    }
}
