package org.kvartal.mail;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter of the house to one person: a few sentences in their language and at most one button.
 *
 * <p>Its words stand in the bundle of the module that writes it, under the template's name:
 * {@code <template>.subject} (never anything secret), {@code <template>.text} (paragraphs, parted by {@code \n\n}),
 * {@code <template>.why} (why they get this, and what to do if it was not them) and, with a button, {@code <template>.button}. All
 * four get the same arguments: plain texts and numbers. The frame greets by name, so that the text doesn't.
 *
 * @param factKey what the letter is told for, such as {@code accounts.address-to-confirm:<id>}: one letter per fact and address
 * @param to whom
 * @param template the common beginning of its message keys, such as {@code accounts.letter.confirm}
 * @param arguments what its texts mention
 * @param button where the button leads, a full address
 * @param secret whether the letter opens something (a token in an address): its body is forgotten once it is sent
 * @param importance what is sent first where many wait
 * @param series what it is one of; null for a letter of its own
 * @param sections what it lists below its text
 */
public record Letter(
        String factKey,
        Recipient to,
        String template,
        List<Object> arguments,
        @Nullable String button,
        boolean secret,
        Importance importance,
        @Nullable LetterSeries series,
        List<LetterSection> sections) {

    /** What is sent first where many wait. */
    public enum Importance {
        /** Somebody sits in front of the screen and waits for it. */
        AWAITED,
        /** One person's own news. */
        ORDINARY,
        /** The same to many. */
        BULK
    }

    public Letter {
        if (factKey.isBlank() || factKey.length() > 200) {
            throw new IllegalArgumentException("a fact has a key of 1 to 200 characters");
        }
        arguments = List.copyOf(arguments);
        sections = List.copyOf(sections);
        for (Object argument : arguments) {
            if (!(argument instanceof String || argument instanceof Integer || argument instanceof Long)) {
                throw new IllegalArgumentException(
                        "a letter's arguments are texts and whole numbers, not " + argument.getClass());
            }
        }
    }

    /** An ordinary letter without a button. */
    public static Letter about(String factKey, Recipient to, String template, Object... arguments) {
        return new Letter(
                factKey, to, template, Arrays.asList(arguments), null, false, Importance.ORDINARY, null, List.of());
    }

    /** The same with a button that leads to a full address. */
    public Letter withButton(String address) {
        return new Letter(factKey, to, template, arguments, address, secret, importance, series, sections);
    }

    /** The same, forgotten once sent and sent before others: its button holds a token. */
    public Letter withSecretButton(String address) {
        return new Letter(factKey, to, template, arguments, address, true, Importance.AWAITED, series, sections);
    }

    public Letter with(Importance other) {
        return new Letter(factKey, to, template, arguments, button, secret, other, series, sections);
    }

    /** The same as one of a series. */
    public Letter in(LetterSeries of) {
        return new Letter(factKey, to, template, arguments, button, secret, importance, of, sections);
    }

    /** The same with things listed below its text. */
    public Letter listing(List<LetterSection> things) {
        return new Letter(factKey, to, template, arguments, button, secret, importance, series, things);
    }

    /** Hides what the letter says. */
    @Override
    public String toString() {
        return "Letter[" + factKey + ", " + template + "]";
    }
}
