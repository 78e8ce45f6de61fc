package org.kvartal.alliance.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.kvartal.site.Limits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How often one client may ask. Counted per node and in memory, by its address: one IPv4 address or one IPv6 subnet. Nothing is kept of it
 * longer than two minutes.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields for HTTP</a>
 */
@Component
class ApiPace implements HandlerInterceptor {

    static final String POLICY = "RateLimit-Policy";
    static final String LEFT = "RateLimit";

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_CLIENTS = 50_000;
    private static final int WHOLE_SET = 10;
    private static final int SUBNET = 8;

    private final int capacity;
    private final Problem.Writer problems;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .build();

    ApiPace(OpenDataSettings settings, Problem.Writer problems) {
        this.capacity = Math.max(WHOLE_SET, settings.requestsPerMinute());
        this.problems = problems;
    }

    /** Answers by itself what it refuses: the description is made by a controller whose exceptions nobody here hears. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            return true;
        }
        String limit;
        try {
            limit = request.getParameter("limit");
        } catch (InvalidParameterException illegible) {
            // Read once, and thrown once: it counts, and is refused.
            if (take(request, response, 1)) {
                problems.write(request, response, Refusal.of(HttpStatus.BAD_REQUEST, "illegible"));
            }
            return false;
        }
        boolean whole = "all".equals(limit)
                || DumpData.DUMP.equals(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return take(request, response, whole ? WHOLE_SET : 1);
    }

    /** Whether the client may have it; if not, it has been told. */
    private boolean take(HttpServletRequest request, HttpServletResponse response, int weight) throws IOException {
        ConsumptionProbe probe =
                buckets.get(client(request.getRemoteAddr()), _ -> full()).tryConsumeAndReturnRemaining(weight);
        response.setHeader(POLICY, "\"client\";q=" + capacity + ";w=" + PERIOD.toSeconds());
        response.setHeader(
                LEFT, "\"client\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            Limits.bit("open-data");
            long wait = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            problems.write(request, response, Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "too-often", wait, capacity));
        }
        return probe.isConsumed();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, PERIOD))
                .build();
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
    }

    private static String client(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SUBNET));
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
