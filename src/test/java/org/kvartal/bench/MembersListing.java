package org.kvartal.bench;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberSearch;

/** Fills the members' list and reads it as its page does, without the page. */
final class MembersListing {

    private static final int PAGE = 30;

    /** How often each is read. */
    private static final int TIMES = 300;

    /** All of them in turn so often, of which the best counts: at a millisecond, whatever else the machine does weighs as much. */
    private static final int ROUNDS = 5;

    /** How often before, so that both sizes meet compiled code. */
    private static final int WARM = 1_000;

    /** Within this, the database has seen by itself how much there is. */
    private static final int SECONDS_TO_SETTLE = 75;

    private final Importing importing;
    private final Members members;
    private int filled;

    MembersListing(Importing importing, Members members) {
        this.importing = importing;
        this.members = members;
    }

    /** @param members how many there are at least */
    record Order(int members) {}

    /**
     * The middle of what each took, in milliseconds.
     *
     * @param first the first page
     * @param deep a page after nine tenths of all
     * @param name a search by a name that few have
     * @param city all of a city that everybody lives in
     * @param sector all of a sector
     */
    record Outcome(double first, double deep, double name, double city, double sector) {

        Outcome orBetter(Outcome other) {
            return new Outcome(
                    Math.min(first, other.first),
                    Math.min(deep, other.deep),
                    Math.min(name, other.name),
                    Math.min(city, other.city),
                    Math.min(sector, other.sector));
        }
    }

    Outcome measure(Order order) throws InterruptedException {
        importing.leave(filled, order.members());
        filled = order.members();
        TimeUnit.SECONDS.sleep(SECONDS_TO_SETTLE);
        Asker reader = importing.officer();
        String last = deep(reader);
        Outcome best = round(reader, last);
        for (int round = 1; round < ROUNDS; round++) {
            best = best.orBetter(round(reader, last));
        }
        return best;
    }

    private Outcome round(Asker reader, String last) {
        return new Outcome(
                read(reader, MemberSearch.ALL, null),
                read(reader, MemberSearch.ALL, last),
                read(reader, MemberSearch.named("Петров " + filled / 2), null),
                read(reader, new MemberSearch("", null, "plovdiv", Set.of()), null),
                read(reader, new MemberSearch("", "music", null, Set.of()), null));
    }

    /** Where a page begins after nine tenths of all, walked to as a reader would. */
    private String deep(Asker reader) {
        @Nullable String key = null;
        for (int seen = 0; seen < filled * 9 / 10; seen += PAGE) {
            key = members.search(reader, MemberSearch.ALL, Language.EN, key, PAGE)
                    .next();
        }
        return Objects.requireNonNull(key);
    }

    private double read(Asker reader, MemberSearch search, @Nullable String key) {
        double[] times = new double[TIMES];
        for (int turn = -WARM; turn < TIMES; turn++) {
            long begin = System.nanoTime();
            members.search(reader, search, Language.EN, key, PAGE);
            if (turn >= 0) {
                times[turn] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }
}
