package org.kvartal.imports;

/** How far an import has come. */
public enum ImportState {
    /** Its rows are being judged. */
    CHECKING,
    /** All rows are judged; people look at them and decide. */
    CHECKED,
    /** Rows are coming in. */
    BRINGING_IN,
    /** What could come in is in. */
    DONE,
    /** What came in is being taken back. */
    TAKING_BACK,
    /** What nobody had touched is gone again. */
    TAKEN_BACK;

    /** Whether the house is at work on it. */
    public boolean atWork() {
        return switch (this) {
            case CHECKING, BRINGING_IN, TAKING_BACK -> true;
            case CHECKED, DONE, TAKEN_BACK -> false;
        };
    }
}
