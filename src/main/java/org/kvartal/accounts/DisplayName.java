package org.kvartal.accounts;

import java.text.Normalizer;
import java.util.Optional;
import org.kvartal.kernel.Refused;

/** What a person is called in front of others: 1 to 80 characters on one line, in any script. */
public record DisplayName(String value) {

    public static final int MAX_LENGTH = 80;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Why something is no name. */
    public enum Flaw {
        MISSING,
        TOO_LONG,
        /** A character that would break the line, turn the direction of what stands beside the name, or stand there unseen. */
        CHARACTERS,
        /** Neither a letter nor a digit. */
        LETTERS
    }

    public DisplayName {
        Flaw flaw = flaw(value).orElse(null);
        if (flaw != null) {
            throw switch (flaw) {
                case MISSING -> Refused.at("name", "accounts.name.missing");
                case TOO_LONG -> Refused.at("name", "accounts.name.too-long", MAX_LENGTH);
                case CHARACTERS -> Refused.at("name", "accounts.name.characters");
                case LETTERS -> Refused.at("name", "accounts.name.letters");
            };
        }
    }

    /** Why this is no name, for whoever says so in other words; empty where it is one. */
    public static Optional<Flaw> flaw(String name) {
        if (name.isEmpty()) {
            return Optional.of(Flaw.MISSING);
        }
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            return Optional.of(Flaw.TOO_LONG);
        }
        if (name.codePoints().anyMatch(DisplayName::isRefused)) {
            return Optional.of(Flaw.CHARACTERS);
        }
        return name.codePoints().noneMatch(Character::isLetterOrDigit) ? Optional.of(Flaw.LETTERS) : Optional.empty();
    }

    /**
     * Reads what was typed: composed (NFC), spaces at the ends taken off.
     *
     * @throws Refused at {@code name}
     */
    public static DisplayName of(String typed) {
        return new DisplayName(Normalizer.normalize(typed, Normalizer.Form.NFC).strip());
    }

    /** The joiners stay: names in several scripts need them. */
    private static boolean isRefused(int character) {
        if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
