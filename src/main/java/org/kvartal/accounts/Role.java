package org.kvartal.accounts;

/** What a person can be in the house; which permissions a role holds is said where the permission is declared. */
public enum Role {
    /** Belongs to the house. */
    MEMBER,
    /** Prepares and runs sessions, moderates talk. */
    FACILITATOR,
    /** Keeps the office: applications, members, letters. */
    OFFICER,
    /** Keeps the system. */
    ADMINISTRATOR
}
