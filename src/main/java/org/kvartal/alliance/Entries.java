package org.kvartal.alliance;

import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileOwner;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;

/**
 * Everything that can be done with entries. An entry is kept by its owners (the primary representatives and deputies of the member that it
 * stands for) and by stewards; whoever else is signed in suggests. Each act is checked, happens whole or not at all, and may be repeated
 * with the same id without happening twice.
 */
public interface Entries {

    /**
     * Makes an entry: confirmed at once where a steward or the house makes it, else a suggestion.
     *
     * @return its slug
     * @throws org.kvartal.kernel.Refused at the fields of {@link EntryContent}
     * @throws org.kvartal.kernel.Forbidden if a guest asks
     */
    String make(Asker by, NewEntry entry);

    /**
     * Saves what a form holds. Owners and stewards change the entry at once; a change of anybody else becomes a suggestion that waits. What
     * was changed by somebody else meanwhile is not overwritten.
     *
     * @throws org.kvartal.kernel.Refused at the fields of {@link EntryContent}
     */
    Saved save(Asker by, EntryEdit edit);

    /** Takes a suggested change over into the entry; whoever keeps the entry may. What has changed since stays where the suggestion does not touch it. */
    void take(Asker by, RevisionId revision);

    /** Turns a suggested change down; the reason is shown to whoever suggested it. */
    void refuse(Asker by, RevisionId revision, String reason);

    /** Makes a suggested entry public: stewards may, and owners for what stands for their own member. */
    void confirm(Asker by, EntryId entry);

    /** Turns a suggested entry down; stewards may. */
    void reject(Asker by, EntryId entry, String reason);

    /** Takes a public entry out of the directory; stewards may. */
    void archive(Asker by, EntryId entry, String reason);

    /** Brings an archived entry back; stewards may. */
    void restore(Asker by, EntryId entry);

    /** Says that everything in the entry is right today; whoever keeps it may. Saving a change at once says it too. */
    void assure(Asker by, EntryId entry);

    /**
     * Gives an entry another address; the old one leads there for good. Stewards may.
     *
     * @throws org.kvartal.kernel.Refused at {@code slug} if it is none, or belongs or has belonged to another entry
     */
    void readdress(Asker by, EntryId entry, String slug);

    /**
     * Says which member an entry stands for, null for none; stewards may. A draft that the house made of the member, and that nobody has
     * touched, gives way.
     *
     * @throws org.kvartal.kernel.Refused at {@code member} if there is none, or another entry stands for it
     */
    void link(Asker by, EntryId entry, @Nullable MemberId member);

    /**
     * States how two entries belong together; whoever keeps one of them may. Unless they keep both, it is a proposal that nobody else sees
     * until the other end {@linkplain #agree agrees}. The same relation id again changes what it says.
     *
     * @throws org.kvartal.kernel.Refused at {@code to}, {@code since}, {@code until}, {@code about} or {@code source}
     */
    void relate(Asker by, NewRelation relation);

    /** Agrees to a relation that the other end has proposed; whoever keeps the end that is asked may. */
    void agree(Asker by, RelationId relation);

    /** Ends a relation, which stays readable as ended; whoever keeps one of the two entries may. */
    void end(Asker by, RelationId relation, RoughDate until);

    /** Takes back a relation that was stated by mistake, or says no to a proposed one; whoever keeps one of the two entries may. */
    void withdraw(Asker by, RelationId relation);

    /**
     * Whom a picture belongs to that is put into an entry: ask before each {@link org.kvartal.files.Files#storePicture}. Whoever keeps
     * the entry may.
     */
    FileOwner attach(Asker by, EntryId entry);

    /**
     * @param member the member that it stands for, null for none; only the house and stewards say it
     * @param slug the wanted address, null for one made from the name; only the house and stewards say it
     */
    record NewEntry(
            EntryId id,
            EntryKind kind,
            EntryContent content,
            @Nullable MemberId member,
            @Nullable String slug) {

        public static NewEntry of(EntryId id, EntryKind kind, EntryContent content) {
            return new NewEntry(id, kind, content, null, null);
        }
    }

    /**
     * @param id of this change
     * @param version the {@link EntryDesk.EntryForm#version} that the editor began from
     * @param note what a suggestion tells whoever decides on it
     */
    record EntryEdit(
            RevisionId id,
            EntryId entry,
            long version,
            EntryContent content,
            @Nullable String note) {}

    /** What became of a save. */
    sealed interface Saved {

        record AtOnce(long version) implements Saved {}

        /** It waits for whoever keeps the entry. */
        record Suggested(RevisionId revision) implements Saved {}

        /**
         * Somebody saved something else since: both are shown, nothing was overwritten.
         *
         * @param by null where the house did
         */
        record Conflict(
                EntryContent theirs, long version, @Nullable PersonId by) implements Saved {}
    }

    /**
     * @param source where it is known from: a web address, or words
     */
    record NewRelation(
            RelationId id,
            EntryId from,
            RelationKind kind,
            EntryId to,
            @Nullable RoughDate since,
            @Nullable RoughDate until,
            @Nullable LocalizedText about,
            @Nullable String source) {}
}
