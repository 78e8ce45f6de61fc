package org.kvartal.membership.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.membership.TooOften;
import org.springframework.stereotype.Component;

/** How often one network may begin applications, and how many letters go to one address. Counted per node and in memory: it slows floods. */
@Component
class JoiningPace {

    private static final int MOST_KEYS = 100_000;
    private static final int BEGUN_PER_NETWORK = 60;
    private static final int LETTERS_PER_SOURCE = 90;
    private static final int LETTERS_PER_ADDRESS = 5;

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    /** Counts an application that is begun, with its letter. An empty network is the house's own. */
    void begin(String network, EmailAddress address) {
        if (!network.isEmpty()) {
            take(new Key("begin", network), BEGUN_PER_NETWORK);
            letter(network, address.folded());
        }
    }

    /**
     * Counts a letter that somebody wants to have sent.
     *
     * @param source from where it is asked for: a network, an organisation; empty where that is not known
     */
    void letter(String source, String address) {
        if (!source.isEmpty()) {
            take(new Key("source", source), LETTERS_PER_SOURCE);
        }
        take(new Key("address", address), LETTERS_PER_ADDRESS);
    }

    /** The network of an address: 256 IPv4 addresses or one IPv6 subnet; empty where it is none. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 3 : 8);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private void take(Key key, int perHour) {
        Bucket bucket = buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private record Key(String what, String whose) {}
}
