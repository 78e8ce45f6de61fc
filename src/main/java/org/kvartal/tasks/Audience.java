package org.kvartal.tasks;

import java.util.regex.Pattern;
import org.kvartal.kernel.PersonId;

/** Names of those whom a task waits for. Tasks compares them and never looks inside. */
public final class Audience {

    private static final Pattern NAME = Pattern.compile("[a-z]{1,20}:\\S{1,100}");

    private Audience() {}

    /** One person. */
    public static String person(PersonId person) {
        return "person:" + person;
    }

    /** Everybody who holds a role of the whole house now, named as in accounts: {@code OFFICER}. */
    public static String role(String role) {
        return "role:" + role;
    }

    /** Whoever belongs to a thing of the module that says so by {@link TaskAudiences}, such as an association's representatives. */
    public static String of(String kind, Object id) {
        return kind + ":" + id;
    }

    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }
}
