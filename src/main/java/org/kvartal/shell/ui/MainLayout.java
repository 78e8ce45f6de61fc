package org.kvartal.shell.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.HeaderPart;
import org.kvartal.shell.LiveRegion;
import org.kvartal.shell.Notices;
import org.kvartal.shell.ShellPages;

/** The frame around every view: the rail (a bar at the bottom of a phone), the head, and the view itself. */
@Layout
@PermitAll
@JsModule("context://shell/connection.js")
@JsModule("context://shell/frame.js")
@JsModule("context://shell/keys.js")
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final String MAIN = "main";

    private final Rail rail;
    private final Main main = new Main();
    private boolean arrived;
    private String last = "";

    MainLayout(House house, CurrentReader currentReader, List<HeaderPart> parts) {
        addClassName("frame");
        Reader reader = currentReader.get();
        rail = new Rail(house);
        main.setId(MAIN);
        main.addClassName("main");
        main.getElement().setAttribute("tabindex", "-1");
        // The script of the frame tells it to Flow's connection indicator, which has no setting for it.
        getElement().setAttribute("data-online", getTranslation("shell.connection.back"));
        add(skip());
        if (house.demo()) {
            Paragraph demonstration = new Paragraph(getTranslation("site.demonstration"));
            demonstration.addClassName("demonstration");
            add(demonstration);
        }
        add(rail, head(house, parts, reader), main, new LiveRegion());
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.getElement().removeAllChildren();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        if (old != null) {
            old.getElement().removeFromParent();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        rail.mark(path);
        // The browser announces the first page itself.
        if (arrived && event.getActiveChain().getFirst() instanceof HasDynamicTitle titled) {
            getUI().ifPresent(ui -> Notices.whisper(ui, titled.getPageTitle()));
        }
        if (arrived) {
            // The script of the frame begins another page at its top, unless one has gone back to it.
            main.getElement()
                    .executeJs(
                            "this.dispatchEvent(new CustomEvent('arrived', { bubbles: true, detail: $0 }))",
                            !path.equals(last));
        }
        last = path;
        arrived = true;
    }

    /**
     * The page has come to rest. Nothing is to be done: but Flow keeps its last answer, the whole page, until it hears again.
     */
    @ClientCallable
    void rests() {}

    private Anchor skip() {
        Anchor skip = new Anchor("#" + MAIN, getTranslation("shell.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        return skip;
    }

    private Header head(House house, List<HeaderPart> parts, Reader reader) {
        Anchor name = new Anchor(ShellPages.HOME);
        name.addClassName("top-name");
        name.add(Rail.mark(house), new Span(house.name()));
        Div right = new Div();
        right.addClassName("top-parts");
        right.add(new HelpSheet.Opener());
        house.inUse(parts).stream()
                .sorted(Comparator.comparingInt(HeaderPart::order))
                .flatMap(part -> part.part(reader).stream())
                .forEach(right::add);
        Header head = new Header(name, right);
        head.addClassName("top");
        return head;
    }
}
