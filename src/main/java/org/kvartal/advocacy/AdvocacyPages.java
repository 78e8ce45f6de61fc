package org.kvartal.advocacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kvartal.kernel.Language;
import org.kvartal.shell.ShellPages;

/** Where recommendations and measures are found. */
public final class AdvocacyPages {

    /** The voice of the sector, below {@code /app}. */
    public static final String ADVOCACY = "advocacy";

    /** Where a recommendation is begun, below {@code /app}. */
    public static final String NEW = ADVOCACY + "/new";

    /** A recommendation, below {@code /app}; its code follows. */
    public static final String RECOMMENDATION = ADVOCACY + "/recommendations";

    /** A letter, below {@code /app}; its id follows. */
    public static final String LETTERS = ADVOCACY + "/letters";

    /** To whom it may be written, below {@code /app}. */
    public static final String ADDRESSEES = ADVOCACY + "/addressees";

    /** What is looked for in that register, as a parameter. */
    public static final String FIND = "find";

    /** The measures, below {@code /app}; a code may follow. */
    public static final String MEASURES = ADVOCACY + "/measures";

    /** Where a measure is entered, below {@code /app}. */
    public static final String NEW_MEASURE = MEASURES + "/new";

    /** The public list, below the language prefix. */
    public static final String PUBLIC_RECOMMENDATIONS = "/recommendations";

    /** The public list of measures, below the language prefix. */
    public static final String PUBLIC_MEASURES = "/measures";

    /** What a letter's link leads to; the token follows, and there is no language prefix. */
    public static final String REPLY = "/reply";

    /** How codes look in addresses. */
    public static final String RECOMMENDATION_CODE = "R-[0-9]{4}-[0-9]{3,6}";

    public static final String MEASURE_CODE = "M-[0-9]{4}-[0-9]{3,6}";

    /** In trails. */
    public static final String TRACED_RECOMMENDATION = "recommendation";

    public static final String TRACED_DISPATCH = "dispatch";
    public static final String TRACED_REPLY = "reply";
    public static final String TRACED_MEASURE = "measure";
    public static final String TRACED_REPORT = "report";
    public static final String TRACED_VERIFICATION = "verification";

    private AdvocacyPages() {}

    /** The full path of a recommendation in the workspace. */
    public static String recommendation(String code) {
        return ShellPages.path(RECOMMENDATION) + "/" + code;
    }

    /** The full path of a letter in the workspace. */
    public static String letter(DispatchId dispatch) {
        return ShellPages.path(LETTERS) + "/" + dispatch;
    }

    /** The full path of the register of addressees, with those whose name, unit or post holds a text. */
    public static String addressees(String text) {
        return ShellPages.path(ADDRESSEES) + "?" + FIND + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The full path of a measure in the workspace. */
    public static String measure(String code) {
        return ShellPages.path(MEASURES) + "/" + code;
    }

    /** The path of a recommendation below the language prefix. */
    public static String inPublic(String code) {
        return PUBLIC_RECOMMENDATIONS + "/" + code;
    }

    /** The path of a measure below the language prefix. */
    public static String measureInPublic(String code) {
        return PUBLIC_MEASURES + "/" + code;
    }

    /** What a letter's link leads to, in a language. */
    public static String reply(String token, Language language) {
        return REPLY + "/" + token + "?language=" + language.code();
    }
}
