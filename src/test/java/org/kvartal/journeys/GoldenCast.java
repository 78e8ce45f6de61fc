package org.kvartal.journeys;

import java.util.List;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;

/**
 * Who takes part in the golden journey, what it is about, and the six screens that they sit before.
 *
 * @param author whoever raises it
 * @param officer whoever facilitates the room and writes the letter
 * @param second whoever signs
 * @param guilds three associations, each with somebody who speaks for it
 * @param matter the title of the thread
 * @param thread its path
 * @param asked what the room recommends
 * @param done what is carried out in the end
 */
record GoldenCast(
        Language language,
        Resident author,
        Resident officer,
        Resident second,
        List<Guild> guilds,
        String authority,
        String mail,
        String matter,
        String thread,
        String asked,
        String done) {

    record Guild(String name, Resident speaker) {}

    static GoldenCast gather(Residents residents, Surroundings surroundings, Language language) {
        String mark = language.code();
        Resident author = residents.member("Mila Golden-" + mark, language);
        List<Guild> guilds = List.of("printers", "weavers", "potters").stream()
                .map(craft -> new Guild(
                        "Guild of " + craft + " " + mark,
                        residents.member("Speaker of " + craft + " " + mark, language)))
                .toList();
        guilds.forEach(guild -> residents.association(guild.name(), guild.speaker()));
        String authority = "Office of halls " + mark;
        String mail = "halls-" + mark + "@example.org";
        surroundings.authority(authority, mail, language);
        String matter = "Empty halls " + mark;
        return new GoldenCast(
                language,
                author,
                residents.officer("Olga Golden-" + mark, language),
                residents.officer("Sava Golden-" + mark, language),
                guilds,
                authority,
                mail,
                matter,
                residents.thread(author, matter, "Ten halls stand empty. Where do you work?"),
                "The city lends its empty halls to workshops " + mark,
                "Four halls are lent " + mark);
    }

    /** The association that stands behind the need first. */
    Guild first() {
        return guilds.getFirst();
    }

    /** The association that is asked in the end whether it was done. */
    Guild last() {
        return guilds.getLast();
    }

    /**
     * The six browser profiles. Those who speak for the associations share a phone, one after the other.
     *
     * @param outside somebody without an account
     */
    record Screens(Visitor author, Visitor speaker, Visitor desk, Visitor wall, Visitor signer, Visitor outside) {

        static Screens set(Visitors visitors, Language language) {
            return new Screens(
                    visitors.onPhone(language),
                    visitors.onPhone(language),
                    visitors.reading(language),
                    visitors.reading(language),
                    visitors.onPhone(language),
                    visitors.onPhone(language));
        }

        List<Visitor> all() {
            return List.of(author, speaker, desk, wall, signer, outside);
        }
    }
}
