package org.kvartal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The place of one picture in a form: the picture, a way to bring another, and a button that takes it away.
 *
 * @param <P> what a picture is known by
 */
public class PictureField<P> extends Div {

    private final Words words;
    private final Function<P, @Nullable String> addresses;
    private final Runnable changed;
    private final Div shown = new Div();
    private final FileDrop drop;
    private final Button remove;
    private @Nullable P picture;

    /**
     * @param choose opens the device's own choice of files
     * @param refused is said of files that are no pictures
     * @param remove takes the picture away
     * @param picture what the picture is for those who do not see it
     */
    public record Words(String choose, String refused, String remove, String picture) {}

    /** Keeps a picture. */
    @FunctionalInterface
    public interface Keeping<P> {

        /**
         * Called outside the page's turn.
         *
         * @throws org.kvartal.kernel.Refused if it is none that is taken
         */
        P keep(String name, InputStream content) throws IOException;
    }

    /**
     * @param addresses where a picture is to be seen, null where it can't be
     * @param changed called after the reader has brought a picture or taken it away
     */
    public PictureField(Words words, Keeping<P> keeping, Function<P, @Nullable String> addresses, Runnable changed) {
        this.words = words;
        this.addresses = addresses;
        this.changed = changed;
        addClassNames("picture-field", "stack");
        shown.addClassName("picture-shown");
        Button choose = new Button(words.choose(), Icon.PICTURE.create());
        drop = new FileDrop(choose, (name, content) -> {
            P kept = keeping.keep(name, content);
            return () -> choose(kept);
        });
        drop.acceptPictures(words.refused());
        remove = new Button(words.remove(), Icon.TRASH.create(), _ -> choose(null));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        add(shown, drop, remove);
        show(null);
    }

    private void choose(@Nullable P chosen) {
        show(chosen);
        changed.run();
    }

    /** Shows a picture, or none. */
    public final void show(@Nullable P other) {
        picture = other;
        drop.clear();
        shown.removeAll();
        String address = other == null ? null : addresses.apply(other);
        if (address != null) {
            shown.add(new Image(address, words.picture()));
        }
        remove.setVisible(other != null);
    }

    public final @Nullable P picture() {
        return picture;
    }

    /** What is said about the picture is said here. */
    public final FileDrop drop() {
        return drop;
    }
}
