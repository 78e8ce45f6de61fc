package org.kvartal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Notices a taken port before anything is opened: the web server itself would only after the database and all the rest stand. */
class TakenPort implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Once all settings are read, before the database starts. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment settings = event.getEnvironment();
        Integer port = settings.getProperty("server.port", Integer.class);
        if (port != null && port > 0 && isTaken(settings.getProperty("server.address"), port)) {
            throw new PortInUseException(port);
        }
    }

    private static boolean isTaken(@Nullable String address, int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, address == null ? null : InetAddress.getByName(address))) {
            return !probe.isBound();
        } catch (UnknownHostException misspelt) {
            // The web server says so better.
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
