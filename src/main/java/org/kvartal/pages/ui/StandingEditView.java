package org.kvartal.pages.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.StandingPage;
import org.kvartal.pages.StandingPages;
import org.kvartal.pages.StandingPages.PageLine;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;

/** Where a standing page is written, in each of its languages. */
@Route(PagesPaths.DESK_ROUTE + "/:page")
@RolesAllowed({"OFFICER", "ADMINISTRATOR"})
@StyleSheet("context://pages/pages.css")
class StandingEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int HEIGHT = 14;

    private final StandingPages standing;
    private final PageWords words;
    private final NewerPart newer;
    private StandingPage page = StandingPage.ABOUT;
    private long version;

    StandingEditView(StandingPages standing, Messages messages, Wording wording, CurrentReader currentReader) {
        this.standing = standing;
        this.words = new PageWords(messages, wording, currentReader.get());
        this.newer = new NewerPart(words, this::open);
        addClassNames("view", "narrow");
    }

    static String path(StandingPage page) {
        return PagesPaths.DESK + "/" + Code.of(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getRouteParameters().get("page").orElse("");
        page = Arrays.stream(StandingPage.values())
                .filter(one -> Code.of(one).equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new);
        open();
    }

    @Override
    public String getPageTitle() {
        return words.of("page", page);
    }

    private void open() {
        PageLine now = standing.look(words.asker(), page);
        version = now.version();
        newer.clear();
        PagesSheet sheet = new PagesSheet(words, "standing", "pages.form.save");
        LocalizedField text = sheet.text("text", "pages.form.text", HEIGHT, false, now.text())
                .hint(words.text("pages.form.markdown"));
        sheet.doing(() -> save(text));
        sheet.ready().onSent(() -> leave(text.blank() ? "pages.form.taken-away" : "pages.form.saved"));
        sheet.onLeft(() -> UI.getCurrent().navigate(PagesPaths.DESK_ROUTE));
        removeAll();
        add(
                new PageHeading(getPageTitle())
                        .below(PagesPaths.DESK, words.text("pages.desk.title"))
                        .lead(words.of("hint", page)),
                newer,
                sheet);
        sheet.focus();
    }

    private void save(LocalizedField text) {
        try {
            standing.write(words.asker(), page, version, text.textOrNull());
        } catch (Refused refused) {
            PageLine now = standing.look(words.asker(), page);
            if (now.version() != version) {
                version = now.version();
                newer.show(
                        now.by(),
                        now.text() == null
                                ? new Paragraph(words.text("pages.form.taken-away"))
                                : AsRead.page(now.text()));
            }
            throw refused;
        }
    }

    private void leave(String done) {
        Notices.done(words.text(done));
        UI.getCurrent().navigate(PagesPaths.DESK_ROUTE);
    }
}
