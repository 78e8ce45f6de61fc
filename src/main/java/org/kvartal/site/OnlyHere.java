package org.kvartal.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether somebody sits at the very computer on which the house runs: what is open to anybody there is nothing for the network. */
@Component
public class OnlyHere {

    /** What a proxy adds: behind one, everybody seems to sit at this computer. */
    private static final List<String> PROXIED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    private final boolean house;

    OnlyHere(House house, Environment settings) {
        // Where no address is set, the server listens on all of them.
        this.house = isNamedSo(house) && isLoopback(settings.getProperty("server.address", "0.0.0.0"));
    }

    /** Whether the house listens at this computer alone, and has no public address: some proxies pass on neither the name nor the visitor. */
    public boolean house() {
        return house;
    }

    /** Whether the request comes from this computer, to a house that is reached from nowhere else. */
    public boolean sent(HttpServletRequest request) {
        return house
                && PROXIED.stream().noneMatch(header -> request.getHeader(header) != null)
                // The name that was asked for, too: a page elsewhere could have its own name point to this computer.
                && LOCAL_NAMES.contains(request.getServerName())
                && isLoopback(request.getRemoteAddr());
    }

    /** Whether the address of the house is one that leads to this computer alone. */
    public static boolean isNamedSo(House house) {
        String host = URI.create(house.baseUrl()).getHost();
        return host != null && LOCAL_NAMES.contains(host);
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
