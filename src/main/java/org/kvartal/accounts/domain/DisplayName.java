package org.kvartal.accounts.domain;

import java.text.Normalizer;
import org.kvartal.kernel.Refused;

/** What a person is called in front of others: 1 to 80 characters on one line, in any script. */
public record DisplayName(String value) {

    public static final int MAX_LENGTH = 80;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    public DisplayName {
        if (value.isEmpty()) {
            throw Refused.at("name", "accounts.name.missing");
        }
        if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw Refused.at("name", "accounts.name.too-long", MAX_LENGTH);
        }
        if (value.codePoints().anyMatch(DisplayName::isRefused)) {
            throw Refused.at("name", "accounts.name.characters");
        }
        if (value.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refused.at("name", "accounts.name.letters");
        }
    }

    /**
     * Reads what was typed: composed (NFC), spaces at the ends taken off.
     *
     * @throws Refused at {@code name}
     */
    public static DisplayName of(String typed) {
        return new DisplayName(Normalizer.normalize(typed, Normalizer.Form.NFC).strip());
    }

    /**
     * Characters that would break the line, turn the direction of what stands beside the name, or stand there unseen. The joiners
     * stay: names in several scripts need them.
     */
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
