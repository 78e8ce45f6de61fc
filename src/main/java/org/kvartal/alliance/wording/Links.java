package org.kvartal.alliance.wording;

import java.util.regex.Pattern;

/** How addresses of the web and of telephones are shown to people and followed. */
final class Links {

    private static final int LENGTH = 40;
    private static final Pattern NOISE = Pattern.compile("^https?://(www\\.)?|/$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"]+\\.[^\\s<>\"]+");
    private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");
    private static final Pattern EXTENSION = Pattern.compile("(?i) ?(ext|доб|x)\\.? ?\\d+$");

    private Links() {}

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    static String dialled(String number) {
        return NOT_DIALLED.matcher(EXTENSION.matcher(number).replaceAll("")).replaceAll("");
    }

    /** Without what everybody knows: {@code example.org/about}. */
    static String shown(String address) {
        String bare = NOISE.matcher(address).replaceAll("");
        return bare.length() <= LENGTH ? bare : bare.substring(0, LENGTH - 1) + "…";
    }
}
