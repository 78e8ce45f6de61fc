package org.kvartal.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kvartal.site.Network;
import org.kvartal.site.Pace;
import org.kvartal.site.Pace.Limit;
import org.kvartal.site.TooOften;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away whoever asks for far more than a room full of browsers would, before anything is done for them. Counted by the whole address, since an office has one; of
 * an IPv6 network each host has as many as it likes, so that the network counts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
@EnableConfigurationProperties(FloodSettings.class)
class FloodGate extends OncePerRequestFilter {

    private final Pace pace = new Pace();
    private final @Nullable Limit limit;

    FloodGate(FloodSettings settings) {
        this.limit = settings.perSecond() == 0
                ? null
                : new Limit(settings.atOnce(), Duration.ofMillis(1000L * settings.atOnce() / settings.perSecond()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        // A proxy that passes on no visitor seems to sit here; all who come through it would be taken for one.
        if (limit != null && !isLoopback(address)) {
            try {
                pace.count("flood", address.contains(":") ? Network.of(address).value() : address, limit);
            } catch (TooOften flood) {
                // As little as can be said: it is said often.
                flood.answer(response);
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().write("Too many requests.\n");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
