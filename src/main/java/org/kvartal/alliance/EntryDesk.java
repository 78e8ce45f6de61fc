package org.kvartal.alliance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberId;

/** What those see who keep entries, beside what everybody sees. Each answer takes a constant number of queries. */
public interface EntryDesk {

    /** The entries that stand for members whose primary representative or deputy the asker is, whatever their state, by name. */
    List<EntryCard> mine(Asker asker);

    /**
     * Entries by name: of any state for stewards, the public ones for everybody else.
     *
     * @param text as {@link DirectoryFilter} looks for it; empty for all
     * @param state only those of that state, null for all; of no meaning for others than stewards
     * @param after the {@link Directory.EntryList#next} of the stretch before; null or mangled for the beginning
     * @throws org.kvartal.kernel.Forbidden if a guest asks
     */
    Directory.EntryList find(
            Asker asker,
            String text,
            @Nullable EditorialState state,
            Language language,
            @Nullable String after,
            int limit);

    /** Entries that the asker suggested and that are not public, newest first. */
    List<EntryCard> made(Asker asker, int limit);

    /** Changes that the asker suggested, newest first, whatever became of them. */
    List<Suggestion> written(Asker asker, int limit);

    /**
     * What a form for the entry begins with. Who may not edit at once gets the entry without what is not for everybody, and their change
     * becomes a suggestion.
     *
     * @throws org.kvartal.kernel.NotFound if there is no such entry that the asker may see
     * @throws org.kvartal.kernel.Forbidden if a guest asks
     */
    EntryForm form(Asker asker, EntryId entry);

    /**
     * Entries that were suggested and are not public yet, oldest first; stewards only.
     *
     * @param after the last one of the stretch before, null for the beginning
     */
    List<EntryCard> suggestedEntries(Asker asker, @Nullable EntryId after, int limit);

    /**
     * Suggested changes that wait for this asker: all for stewards, those of their own entries for owners; oldest first.
     *
     * @param after the last one of the stretch before, null for the beginning
     */
    List<Suggestion> suggestions(Asker asker, @Nullable RevisionId after, int limit);

    /**
     * A suggested change with what it would change.
     *
     * @throws org.kvartal.kernel.NotFound unless it waits for this asker or was written by them
     */
    SuggestionDetail suggestion(Asker asker, RevisionId revision);

    /**
     * What changed in an entry, newest first. Whoever does not keep it sees nothing of its contacts.
     *
     * @param before the {@link FieldChange#number} to go on below, null for the newest
     * @throws org.kvartal.kernel.NotFound if there is no such entry that the asker may see
     */
    List<FieldChange> history(Asker asker, EntryId entry, @Nullable Long before, int limit);

    /**
     * Asks whether a content could stand in an entry of that kind, its picture aside. Changes nothing.
     *
     * @throws org.kvartal.kernel.Refused at every field that can't
     */
    void check(EntryKind kind, EntryContent content);

    /** What two people changed in two ways, having begun from the same content. */
    List<Clash> clashes(EntryContent base, EntryContent mine, EntryContent theirs);

    /**
     * Two changes of the same content put together.
     *
     * @param theirWay the fields of {@link #clashes} in which theirs stays; in the others mine does
     */
    EntryContent merged(EntryContent base, EntryContent mine, EntryContent theirs, Set<String> theirWay);

    /** The addresses that have ever led to an entry, newest first; whoever keeps it may ask. */
    List<String> addresses(Asker asker, EntryId entry);

    /**
     * @param atOnce whether a save changes the entry at once; else it becomes a suggestion
     * @param steward whether the asker may decide on the entry's state, address and member
     * @param member the member that it stands for
     * @param reason why it was turned down or archived
     * @param relations that both ends stand by
     * @param proposals for those who keep the entry
     */
    record EntryForm(
            EntryCard card,
            EntryContent content,
            long version,
            boolean atOnce,
            boolean steward,
            @Nullable MemberId member,
            @Nullable String reason,
            List<Directory.RelationLine> relations,
            List<Proposal> proposals) {}

    /**
     * A relation to which one of its ends has yet to agree.
     *
     * @param mayAgree whether the asker keeps that end
     */
    record Proposal(Directory.RelationLine line, boolean mayAgree) {}

    /**
     * A change of one field on two sides, worded as {@link FieldDifference} words it.
     *
     * @param field as {@link EntryContent} names it
     */
    record Clash(String field, String mine, String theirs) {}

    /** @param fields that it would change, as {@link EntryContent} names them */
    record Suggestion(
            RevisionId id,
            EntryCard entry,
            PersonCard by,
            Instant at,
            @Nullable String note,
            RevisionState state,
            List<String> fields) {}

    /**
     * @param reason why it was turned down
     * @param mayDecide whether the asker keeps the entry
     */
    record SuggestionDetail(
            Suggestion suggestion, @Nullable String reason, boolean mayDecide, List<FieldDifference> differences) {}

    enum RevisionState {
        WAITING,
        TAKEN,
        REFUSED
    }

    /**
     * @param field as {@link EntryContent} names it
     * @param before what stands there, worded for people without a language of their own: lines of text; empty for nothing
     */
    record FieldDifference(String field, String before, String after) {}

    /**
     * @param number its place in the history of all entries
     * @param by null where the house did
     */
    record FieldChange(
            long number,
            String field,
            String before,
            String after,
            @Nullable PersonCard by,
            Instant at) {}
}
