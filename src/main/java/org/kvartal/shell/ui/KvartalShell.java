package org.kvartal.shell.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/**
 * The page that carries the workspace.
 *
 * <p>Pushes come by web socket, but each click is a request of its own, so that it passes the security filters: a sign-in that was
 * ended elsewhere is refused at the next click.
 *
 * @see "Decision record 0010, the look without a bundler"
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://look/base.css")
@StyleSheet("context://look/app.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
class KvartalShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("robots", "noindex");
        settings.addLink("/look/favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addLink(
                "/look/fonts/sofia-sans-latin.woff2",
                Map.of("rel", "preload", "as", "font", "type", "font/woff2", "crossorigin", "anonymous"));
    }
}
