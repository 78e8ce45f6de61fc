package org.kvartal.missions;

import java.time.LocalDate;
import org.kvartal.kernel.Language;
import org.kvartal.shell.ShellPages;

/** Where projects, missions and agreements are found. */
public final class MissionPages {

    /** Missions, below {@code /app}; a code may follow. */
    public static final String MISSIONS = "missions";

    /** Where a mission is begun, below {@code /app}. */
    public static final String NEW_MISSION = MISSIONS + "/new";

    /** The projects that one has to do with, below {@code /app}; a code may follow. */
    public static final String PROJECTS = "projects";

    /** Where a project is begun, below {@code /app}; {@code ?of=} with a code says from what. */
    public static final String NEW_PROJECT = PROJECTS + "/new";

    /** The register of agreements, below {@code /app}; a code may follow. */
    public static final String AGREEMENTS = MISSIONS + "/agreements";

    /** Where an agreement is entered, below {@code /app}; {@code ?of=} with a code says of what it comes, {@code ?renews=} whose place it takes. */
    public static final String NEW_AGREEMENT = AGREEMENTS + "/new";

    /** What came of it all, below {@code /app}. */
    public static final String RESULTS = MISSIONS + "/results";

    /** The public list, below the language prefix; the code of a mission may follow. */
    public static final String PUBLIC_MISSIONS = "/missions";

    /** What a client's link leads to; the token follows, and there is no language prefix. */
    public static final String LOG = "/log";

    /** Where a client countersigns a decision at a gate; the token follows. */
    public static final String GATE = "/gate";

    /** What the link of a delegation leads to; the token follows. */
    public static final String ROSTER = "/roster";

    /** What a host's link leads to; the token follows. */
    public static final String HOST = "/host";

    /** How codes look in addresses. */
    public static final String PROJECT_CODE = "P-[0-9]{4}-[0-9]{3,6}";

    public static final String MISSION_CODE = "D-[0-9]{4}-[0-9]{3,6}";
    public static final String AGREEMENT_CODE = "A-[0-9]{4}-[0-9]{3,6}";

    /** In trails. */
    public static final String TRACED_PROJECT = "project";

    public static final String TRACED_MISSION = "mission";
    public static final String TRACED_AGREEMENT = "agreement";
    public static final String TRACED_RESULT = "result";

    private MissionPages() {}

    /** The full path of a project in the workspace. */
    public static String project(String code) {
        return ShellPages.path(PROJECTS) + "/" + code;
    }

    /** The full path of a mission in the workspace. */
    public static String mission(String code) {
        return ShellPages.path(MISSIONS) + "/" + code;
    }

    /** What travellers take along, in print; a delegation's id may follow as {@code ?for=}. */
    public static String briefBook(String code) {
        return "/my/missions/" + code + "/brief.pdf";
    }

    /** One day of a mission in print. */
    public static String daySheet(String code, LocalDate day) {
        return "/my/missions/" + code + "/" + day + ".pdf";
    }

    /** The full path of an agreement in the workspace. */
    public static String agreement(String code) {
        return ShellPages.path(AGREEMENTS) + "/" + code;
    }

    /** The full path of the page that begins a project from what has that code. */
    public static String newProject(String of) {
        return ShellPages.path(NEW_PROJECT) + "?of=" + of;
    }

    /** The path of a mission below the language prefix. */
    public static String inPublic(String code) {
        return PUBLIC_MISSIONS + "/" + code;
    }

    /** What a client's link leads to, in a language. */
    public static String log(String token, Language language) {
        return LOG + "/" + token + "?language=" + language.code();
    }

    /** Where a client countersigns a decision at a gate, in a language. */
    public static String gate(String token, Language language) {
        return GATE + "/" + token + "?language=" + language.code();
    }

    /** What the link of a delegation leads to, in a language. */
    public static String roster(String token, Language language) {
        return ROSTER + "/" + token + "?language=" + language.code();
    }

    /** What a host's link leads to, in a language. */
    public static String host(String token, Language language) {
        return HOST + "/" + token + "?language=" + language.code();
    }
}
