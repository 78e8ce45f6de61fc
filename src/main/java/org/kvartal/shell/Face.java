package org.kvartal.shell;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;

/**
 * A person's face: their picture, or initials in a colour that stays theirs. Public pages use {@link #initials} and {@link #hue} for
 * the same look.
 */
public class Face extends Span {

    /** How large a face is shown. */
    public enum Size {
        SMALL,
        NORMAL,
        LARGE,
        HUGE
    }

    private static final int HUES = 8;

    /** The face beside a name, which says who it is: the face itself is silent. */
    public Face(PersonId person, String name, @Nullable String picture, Size size) {
        addClassName("face");
        if (size != Size.NORMAL) {
            addClassName(size.name().toLowerCase(Locale.ROOT));
        }
        getElement().setAttribute("aria-hidden", "true");
        if (picture != null) {
            Image image = new Image(picture, "");
            image.getElement().setAttribute("loading", "lazy");
            add(image);
        } else {
            getElement().setAttribute("data-hue", String.valueOf(hue(person)));
            setText(initials(name));
        }
    }

    /** The first letters of the first and the last word of a name, as they are written: „Ирина Белозёрова“ gives ИБ. */
    public static String initials(String name) {
        List<String> words = Stream.of(name.strip().split("[\\s\\p{Zs}]+"))
                .filter(word -> !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0)))
                .toList();
        if (words.isEmpty()) {
            return "·";
        }
        String first = firstLetter(words.getFirst());
        return words.size() == 1 ? first : first + firstLetter(words.getLast());
    }

    /** The number of a person's colour, 0 to 7. */
    public static int hue(PersonId person) {
        return Math.floorMod(person.value().hashCode(), HUES);
    }

    private static String firstLetter(String word) {
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(word);
        return word.substring(0, letters.next());
    }
}
