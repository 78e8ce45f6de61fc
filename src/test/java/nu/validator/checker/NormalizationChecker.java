package nu.validator.checker;

/**
 * Stands in for the validator's class of this name, which needs an ICU far older than the house's. What it would check, that texts are in
 * NFC, the house sees to at its border.
 *
 * @see org.kvartal.kernel.PlainText
 */
public final class NormalizationChecker extends Checker {

    public NormalizationChecker() {}

    public NormalizationChecker(boolean sourceText) {}

    public static boolean startsWithComposingChar(String text) {
        return false;
    }

    /** The validator calls it behind each part of the source. */
    public void flush() {}
}
