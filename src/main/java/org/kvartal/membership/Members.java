package org.kvartal.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/**
 * Who belongs to the house. Organisations hide nothing; of people everybody gets as much as they may see, and of those who hide their name
 * nothing. Cards are found after a member has left, too.
 */
public interface Members {

    Optional<MemberCard> find(Asker asker, MemberId member);

    /** The cards of many members in one query. Those who are unknown, or hide their name from the asker, are left out. */
    Map<MemberId, MemberCard> cards(Asker asker, Collection<MemberId> members);

    /** The membership that a person has themselves, now. */
    Optional<MemberCard> ofPerson(Asker asker, PersonId person);

    /**
     * Which of these people hide their name from the asker, in one query. Whoever does not belong to the house has said nothing about it and is not among them, nor is
     * the asker.
     */
    Set<PersonId> hidden(Asker asker, Collection<PersonId> people);

    /** Which of these belong to the house now. */
    Set<MemberId> current(Collection<MemberId> members);

    /**
     * Which of these people belong to the house through partners alone: they represent one now, and neither an association nor themselves. They take part without a vote.
     * One query.
     */
    Set<PersonId> partnersOnly(Collection<PersonId> people);

    /** Organisations that belong to the house now, by their numbers, in a constant number of queries; others are left out. */
    Map<Long, MemberCard> organisations(Asker asker, Collection<Long> numbers);

    /** How many associations belong to the house now; partners do not count. */
    int countAssociations();

    /**
     * Members now, by their names in the given language.
     *
     * <p>Whoever may not {@link MembershipRights#READ_MEMBERS} finds organisations and the people who show their names to everybody; nobody is found by what
     * they hide.
     *
     * @param language whose alphabet decides the order
     * @param key {@link MemberList#next()} of the page before, null for the first
     */
    MemberList search(Asker asker, MemberSearch search, Language language, @Nullable String key, int limit);

    /**
     * All who are found, for a table that is taken away: stretch by stretch, each read when it is asked for. Names that only resemble the text
     * are none.
     *
     * @throws org.kvartal.kernel.Forbidden if the asker may not {@link MembershipRights#READ_MEMBERS}
     */
    Iterator<List<MemberCard>> export(Asker asker, MemberSearch search, Language language);

    /**
     * A member's page; empty where there is none with that number, or the asker may not see it.
     */
    Optional<MemberProfile> profile(Asker asker, long number);

    /**
     * What is known of organisations, for whoever keeps a register of them; in one query, unknown ids and people left out. Asks nobody:
     * organisations hide nothing of this.
     */
    Map<MemberId, Particulars> particulars(Collection<MemberId> organisations);

    /**
     * Changes what stands about a member: a person about themselves, a primary representative about their organisation, the office about
     * anybody.
     *
     * @throws org.kvartal.kernel.Refused at a field; without one where somebody has changed it meanwhile
     */
    void change(Asker by, MemberChange change);

    /** Says what others may see: a person about themselves, the office about anybody. Organisations hide nothing. */
    void show(Asker by, MemberId person, Shown shown);

    /**
     * @param text any part of the name, in any script: "shrift" finds «Шрифтова»; empty for all
     * @param sector code, also finds what stands in its children; null for all
     * @param city place code, null for all
     * @param kinds empty for all
     */
    record MemberSearch(
            String text, @Nullable String sector, @Nullable String city, Set<MemberKind> kinds) {

        public static final MemberSearch ALL = named("");

        public MemberSearch {
            kinds = Set.copyOf(kinds);
        }

        /** Of all kinds, wherever they are. */
        public static MemberSearch named(String text) {
            return new MemberSearch(text, null, null, Set.of());
        }
    }

    /**
     * @param resembling whether nothing holds the text itself, and these only resemble it; there is no next page then
     * @param next where the next page begins, null on the last
     */
    record MemberList(
            List<MemberCard> members,
            boolean resembling,
            @Nullable String next) {}

    /**
     * What a reader sees of a member; what is hidden from them is null or empty.
     *
     * @param ownName the name in a script of its own, empty where there is none
     * @param cityText the city in words, where it is not in the list of places
     * @param leaves when the membership ends, null while nobody has said so
     * @param left whether it has ended
     * @param shown what others may see, for whoever may change it; null for others and of organisations
     */
    record MemberProfile(
            MemberCard card,
            long version,
            String ownName,
            String cityText,
            String website,
            @Nullable LocalizedText about,
            String contact,
            @Nullable Registration registration,
            @Nullable Integer founded,
            @Nullable Integer size,
            boolean confirmed,
            @Nullable Instant leaves,
            boolean left,
            @Nullable Shown shown,
            boolean mayChange,
            boolean mayMandate,
            boolean mayLeave,
            boolean mayTerminate) {}

    /** What a register keeps of an organisation. */
    record Particulars(
            MemberCard card,
            boolean current,
            String ownName,
            String cityText,
            String website,
            @Nullable LocalizedText about,
            @Nullable Registration registration,
            @Nullable Integer founded,
            @Nullable Integer size) {}

    /**
     * @param version the version that the editor began from
     * @param about the whole text in every language it has
     * @param contact how to reach the person, in one line; empty for none
     * @param registrationScheme the register, as typed: see {@link Registration#typed}
     * @param registrationNumber the number in it, as typed; both are empty for none
     */
    record MemberChange(
            MemberId member,
            long version,
            LocalizedText name,
            String ownName,
            @Nullable String place,
            String city,
            List<String> sectors,
            String website,
            @Nullable LocalizedText about,
            String contact,
            String registrationScheme,
            String registrationNumber,
            @Nullable Integer founded,
            @Nullable Integer size) {

        public MemberChange {
            sectors = List.copyOf(sectors);
        }
    }

    /** What a person lets others see; at first name, city, sectors and about to members, contact to nobody. */
    record Shown(Visible name, Visible city, Visible sectors, Visible about, Visible contact) {

        public static final Shown AT_FIRST =
                new Shown(Visible.MEMBERS, Visible.MEMBERS, Visible.MEMBERS, Visible.MEMBERS, Visible.NOBODY);
    }
}
