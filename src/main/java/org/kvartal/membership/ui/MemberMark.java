package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.kvartal.kernel.Code;
import org.kvartal.membership.MemberId;
import org.kvartal.shell.Face;

/** An organisation's mark beside its name: its initials on a colour that stays its own, square where a person's face is round. */
class MemberMark extends Span {

    private static final int HUES = 8;

    MemberMark(MemberId member, String name, Face.Size size) {
        addClassNames("face", "square");
        if (size != Face.Size.NORMAL) {
            addClassName(Code.of(size));
        }
        getElement().setAttribute("aria-hidden", "true");
        getElement().setAttribute("data-hue", String.valueOf(hue(member)));
        setText(initials(name));
    }

    /** Of the first two words that begin with a letter: «Союз дизайнеров Карелии» gives СД. */
    static String initials(String name) {
        return Face.initials(Stream.of(name.split("[\\s\\p{Zs}]+"))
                .map(word -> word.replaceFirst("^[^\\p{L}\\p{N}]+", ""))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .reduce("", (words, word) -> words + " " + word));
    }

    /** 0 to 7. */
    static int hue(MemberId member) {
        return Math.floorMod(member.value().hashCode(), HUES);
    }
}
