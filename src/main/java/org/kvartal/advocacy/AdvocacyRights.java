package org.kvartal.advocacy;

import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.FACILITATOR;
import static org.kvartal.accounts.Role.MEMBER;
import static org.kvartal.accounts.Role.OFFICER;

import java.util.List;
import org.kvartal.accounts.Permission;

/** What may be done with recommendations, letters and measures, and which roles carry it; all of it is held for the whole house. What is public everybody may read. */
public final class AdvocacyRights {

    /** To read what is proposed and not public yet, and to whom letters go. */
    public static final Permission READ = Permission.of("advocacy.read", MEMBER, FACILITATOR, OFFICER, ADMINISTRATOR);

    /** To stand behind a recommendation as oneself. For an association it takes a mandate. */
    public static final Permission ENDORSE = Permission.of("advocacy.endorse", MEMBER);

    /** To begin, word and propose recommendations, and to record that the room has adopted them. */
    public static final Permission WRITE = Permission.of("advocacy.write", FACILITATOR, OFFICER);

    /** To write letters, and to record how they went. */
    public static final Permission PREPARE = Permission.of("advocacy.prepare", FACILITATOR, OFFICER);

    /** To sign a letter that somebody else has prepared. */
    public static final Permission SIGN = Permission.of("advocacy.sign", OFFICER);

    /** To record and to classify what addressees say. */
    public static final Permission CLASSIFY = Permission.of("advocacy.classify", FACILITATOR, OFFICER);

    /** To keep the register of addressees. */
    public static final Permission KEEP_ADDRESSEES = Permission.of("advocacy.keep-addressees", FACILITATOR, OFFICER);

    /** To enter measures and to keep those whose owner does not belong to the house. */
    public static final Permission KEEP_MEASURES = Permission.of("advocacy.keep-measures", FACILITATOR, OFFICER);

    /** To bring the measures of a strategy in from a table. */
    public static final Permission IMPORT = Permission.of("advocacy.import", OFFICER);

    /** To draft a report on any measure. */
    public static final Permission REPORT = Permission.of("advocacy.report", MEMBER, FACILITATOR, OFFICER);

    /** To verify what the owner of a measure has reported. */
    public static final Permission VERIFY = Permission.of("advocacy.verify", FACILITATOR, OFFICER);

    /** All of them, for the walker of the rights matrix. */
    public static final List<Permission> ALL = List.of(
            READ, ENDORSE, WRITE, PREPARE, SIGN, CLASSIFY, KEEP_ADDRESSEES, KEEP_MEASURES, IMPORT, REPORT, VERIFY);

    private AdvocacyRights() {}
}
