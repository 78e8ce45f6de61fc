package org.kvartal.advocacy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/** To whom letters may be written: offices of public entries of the directory. */
public interface Addressees {

    int TEXT_LENGTH = 200;

    /**
     * Enters an addressee. The same id again is the same one, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code entry}, {@code unit}, {@code post}, {@code holder}, {@code email}, {@code address} or {@code replyDays}
     */
    void enter(Asker by, AddresseeId id, AddresseeContent content);

    /**
     * Changes one; letters that stand already stay as they are. A new holder follows the one before, who stays in the history.
     *
     * @throws org.kvartal.kernel.Refused as above; at {@code entry} also where it is another one and a letter has been written already: what one authority said would
     *     become what another one said
     */
    void change(Asker by, AddresseeId id, long version, AddresseeContent content);

    /** Takes one out of use. */
    void close(Asker by, AddresseeId id, long version);

    /**
     * Those in use whose name, unit or post holds a text, by their names. For those who belong to the house.
     *
     * @param text empty for all
     */
    List<AddresseeLine> search(Asker asker, String text, Language language, int limit);

    Map<AddresseeId, AddresseeLine> cards(Asker asker, Collection<AddresseeId> ids);

    /**
     * @param entry of the directory
     * @param unit within it, may be empty
     * @param post of whom it is written to, may be empty
     * @param holder who holds the post now, may be empty
     * @param email of the office; may be empty where letters go on paper
     * @param address for letters on paper, may be empty
     * @param language in which it is written
     * @param zone by whose calendar its answers are waited for
     * @param replyDays how many days it has for an answer
     */
    record AddresseeContent(
            EntryId entry,
            String unit,
            String post,
            String holder,
            String email,
            String address,
            Language language,
            ZoneId zone,
            int replyDays) {}

    /**
     * @param name of the entry
     * @param slug of the entry, null where it is not public any more
     * @param content without mail address and holder for those who only read
     */
    record AddresseeLine(
            AddresseeId id,
            @Nullable String slug,
            Names name,
            AddresseeContent content,
            List<Holder> holders,
            boolean inUse,
            long version) {

        public AddresseeLine {
            holders = List.copyOf(holders);
        }
    }

    record Holder(String name, LocalDate since, @Nullable LocalDate until) {}
}
