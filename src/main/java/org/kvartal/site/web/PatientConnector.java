package org.kvartal.site.web;

import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Serves each request on a virtual thread of its own. A browser that sends its request a byte at a time then holds a connection and
 * nothing that others wait for; with a pool of threads a few hundred of them would stop the house. What is scarce, connections to the
 * database, is counted by its own pool.
 *
 * @see <a href="https://openjdk.org/jeps/444">JEP 444, Virtual Threads</a>
 */
@Component
class PatientConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addProtocolHandlerCustomizers(handler -> handler.setExecutor(new VirtualThreadExecutor("http-")));
    }
}
