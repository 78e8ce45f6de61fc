package org.kvartal.missions.ui;

/** Several fields that belong together in a form. */
interface Asked {

    /** Whether something is missing; then it says so. */
    boolean incomplete();

    /** Says what is wrong at a field; false where that is none of these. */
    boolean refuse(String field, String why);
}
