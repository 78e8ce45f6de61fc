package org.kvartal.seminars;

/** What an answer looks like. */
public enum QuestionKind {
    TEXT,
    /** One of the choices, by its number from 0 on. */
    CHOICE,
    /** A decimal number. */
    NUMBER,
    /** {@code yes} or {@code no}. */
    YES_NO
}
