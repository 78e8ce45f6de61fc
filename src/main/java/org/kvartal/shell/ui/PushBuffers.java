package org.kvartal.shell.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Keeps the buffers small that the server holds for each open page. They are made for messages that a browser sends over its socket, and ours sends none but a
 * beat there: what people do travels as a request of its own. Left as they come they are 96 kB to a page, more than all that the page itself keeps.
 */
@Component
class PushBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, VaadinServiceInitListener {

    /** Longest message from a browser over its socket, in characters. */
    private static final String MOST_RECEIVED = "1024";
    /** A message to a browser goes out in pieces of so many bytes at most. */
    private static final String PIECE = "2048";
    /** For reading a message as a stream, which nobody does; they would grow by themselves. */
    private static final String STREAMED = "64";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        // Read once, when the first of Tomcat's classes for sockets is loaded, which is after this.
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", PIECE);
        server.addInitializers(context -> {
            context.setInitParameter("org.apache.tomcat.websocket.textBufferSize", MOST_RECEIVED);
            context.setInitParameter("org.apache.tomcat.websocket.binaryBufferSize", MOST_RECEIVED);
        });
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (event.getSource() instanceof VaadinServletService service) {
            VaadinServlet servlet = service.getServlet();
            Object push = servlet.getServletContext()
                    .getAttribute(JSR356WebsocketInitializer.getAttributeName(servlet.getServletName()));
            if (push instanceof AtmosphereFramework framework) {
                framework.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, STREAMED);
                framework.addInitParameter(ApplicationConfig.WEBSOCKET_MAXTEXTSIZE, MOST_RECEIVED);
                framework.addInitParameter(ApplicationConfig.WEBSOCKET_MAXBINARYSIZE, MOST_RECEIVED);
            }
        }
    }
}
