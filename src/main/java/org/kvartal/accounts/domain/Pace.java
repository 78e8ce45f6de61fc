package org.kvartal.accounts.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.kvartal.accounts.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * How often one network, and one address, may set things going. Counted per node and in memory: what must hold across nodes and
 * restarts is the delay after wrong passwords, which {@link WrongPasswords} keeps.
 */
@Component
class Pace {

    /** More keys at once than a house has members; beyond it the longest unused are forgotten. */
    private static final int MOST_KEYS = 100_000;

    private final AccountsSettings.Limits limits;

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    Pace(AccountsSettings settings) {
        this.limits = settings.limits();
    }

    /**
     * Counts an attempt to sign in.
     *
     * @return gives the attempt back, for a right password
     * @throws TooOften if the network tried too many
     */
    Runnable signIn(Network network) {
        Bucket bucket = take(new Key("sign-in", network.value()), limits.signInsPerNetwork(), Duration.ofMinutes(10));
        return () -> bucket.addTokens(1);
    }

    /** Counts a sign-up. */
    void signUp(Network network, EmailAddress address) {
        take(new Key("sign-up", network.value()), limits.signUpsPerNetwork(), Duration.ofHours(1));
        letter(network, address);
    }

    /** Counts a letter that somebody wants to have sent to an address. */
    void letter(Network network, EmailAddress address) {
        take(new Key("letter", network.value()), limits.lettersPerNetwork(), Duration.ofHours(1));
        letter(address);
    }

    /** Counts a letter that somebody wants to have sent to their own address. */
    void letter(EmailAddress address) {
        take(new Key("letter", address.folded()), limits.lettersPerAddress(), Duration.ofHours(1));
    }

    private Bucket take(Key key, int capacity, Duration period) {
        Bucket bucket = buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return bucket;
    }

    private record Key(String act, String whose) {}
}
