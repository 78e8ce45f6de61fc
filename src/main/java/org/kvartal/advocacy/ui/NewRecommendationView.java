package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.NewRecommendation;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where a recommendation is begun that no session has confirmed yet. */
@Route(AdvocacyPages.NEW)
@PermitAll
@StyleSheet("context://advocacy/advocacy.css")
class NewRecommendationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RecommendationDesk desk;
    private final Permissions permissions;
    private final Words words;

    NewRecommendationView(
            RecommendationDesk desk,
            Permissions permissions,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.desk = desk;
        this.permissions = permissions;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), AdvocacyRights.WRITE, Scope.PLATFORM);
        removeAll();
        RecommendationId id = RecommendationId.next();
        TextForm form = new TextForm(words, "advocacy.new", "advocacy.app.begin", null);
        String[] code = {""};
        form.ask()
                .doing(() -> code[0] = desk.begin(words.asker(), new NewRecommendation(id, form.text())))
                .ready()
                .onSent(() -> getUI().ifPresent(ui -> ui.navigate(AdvocacyPages.RECOMMENDATION + "/" + code[0])))
                .onLeft(() -> getUI().ifPresent(ui -> ui.navigate(AdvocacyPages.ADVOCACY)));
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(AdvocacyPages.ADVOCACY), words.text("advocacy.public.title"))
                        .lead(words.text("advocacy.app.new-lead")),
                form.ask());
    }

    @Override
    public String getPageTitle() {
        return words.text("advocacy.app.new");
    }
}
