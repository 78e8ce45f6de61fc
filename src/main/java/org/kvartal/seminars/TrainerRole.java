package org.kvartal.seminars;

/** What somebody is in a seminar. What they may do there follows from it, and holds for that seminar alone. */
public enum TrainerRole {
    /** Answers for it: may do everything in it. */
    LEAD,
    /** Teaches: decides on registrations, keeps who was there, issues certificates. */
    TRAINER,
    /** Keeps materials and who was there. */
    ASSISTANT,
    /** Lets people in at the door. */
    HELPER;

    /** Whether they may change what it says, who teaches, and where it stands. */
    public boolean leads() {
        return this == LEAD;
    }

    /** Whether they decide on registrations and issue certificates. */
    public boolean decides() {
        return this == LEAD || this == TRAINER;
    }

    /** Whether they keep materials and may correct who was there. */
    public boolean keeps() {
        return this != HELPER;
    }
}
