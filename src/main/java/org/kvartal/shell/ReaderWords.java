package org.kvartal.shell;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.site.TooOften;

/** Says the words of one module to one reader. A module adds what only it has to say. */
public class ReaderWords {

    private static final long MEGABYTE = 1024 * 1024;

    private final String module;
    private final Messages messages;
    private final Wording wording;
    private final Reader reader;

    /** @param module with what the keys of its texts begin */
    public ReaderWords(String module, Messages messages, Wording wording, Reader reader) {
        this.module = module;
        this.messages = messages;
        this.wording = wording;
        this.reader = reader;
    }

    public final Messages messages() {
        return messages;
    }

    public final Wording wording() {
        return wording;
    }

    public final Reader reader() {
        return reader;
    }

    public final Asker asker() {
        return reader.asker();
    }

    public final Language language() {
        return reader.language();
    }

    public final boolean isMe(@Nullable PersonId person) {
        return person != null && Optional.of(person).equals(reader.asker().person());
    }

    public final String text(String key, @Nullable Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }

    public final String refusal(Refused refused) {
        return messages.text(reader.language(), refused);
    }

    public final String refusal(TooOften tooOften) {
        return tooOften.words(messages, reader.language());
    }

    /** What a constant of that group is called: {@code <module>.state.open}. */
    public final String of(String group, Enum<?> constant) {
        return text(module + "." + group + "." + Code.of(constant));
    }

    public final String name(LocalizedText text) {
        return text.in(reader.language());
    }

    /** The wording for the reader, which says its language. */
    public final Span shown(LocalizedText text) {
        return shown(text.in(reader.language()), text.shownIn(reader.language()));
    }

    /** A text that says its language. */
    public static Span shown(String text, Language language) {
        Span words = new Span(text);
        words.getElement().setAttribute("lang", language.code());
        return words;
    }

    public final String day(LocalDate day) {
        return wording.day(day, reader.language());
    }

    /** On which day it was, by the reader's calendar. */
    public final String day(Instant moment) {
        return wording.day(moment, reader.language(), reader.zone());
    }

    public final String when(Instant moment) {
        return wording.when(moment, reader);
    }

    /** "12 kB", "3.4 MB". */
    public final String size(long bytes) {
        return bytes < MEGABYTE
                ? text("shell.size.kilobytes", (bytes + 1023) / 1024)
                : text("shell.size.megabytes", (double) bytes / MEGABYTE);
    }
}
