package org.kvartal.missions.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.Directory;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Members;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.AgreementPage;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.Agreements.PartyLine;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where an agreement is entered: by itself, from a mission or a project, or in the place of one that ends. */
@Route(MissionPages.NEW_AGREEMENT)
@PermitAll
@StyleSheet("context://missions/trips.css")
class NewAgreementView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Agreements agreements;
    private final Missions missions;
    private final Projects projects;
    private final Members members;
    private final Directory directory;
    private final Permissions permissions;
    private final Words words;

    NewAgreementView(
            Agreements agreements,
            Missions missions,
            Projects projects,
            Members members,
            Directory directory,
            Permissions permissions,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.agreements = agreements;
        this.missions = missions;
        this.projects = projects;
        this.members = members;
        this.directory = directory;
        this.permissions = permissions;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
    }

    /** Of what it comes. */
    private record Origin(
            String code,
            LocalizedText title,
            @Nullable ProjectId project,
            @Nullable MissionId mission,
            @Nullable AgreementPage renews) {

        @Nullable AgreementId renewed() {
            return renews == null ? null : renews.line().id();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Optional<Origin> origin = asked.getSingleParameter("renews")
                .map(this::renewed)
                .or(() -> asked.getSingleParameter("of").map(this::origin));
        if (origin.map(Origin::project).isEmpty()) {
            // The consultant of a project enters its agreements; which project is theirs the house sees to.
            permissions.check(words.asker(), MissionRights.KEEP_AGREEMENTS, Scope.PLATFORM);
        }
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.path(MissionPages.AGREEMENTS), words.text("missions.deal.title"))
                .lead(words.text("missions.deal.new-lead"));
        origin.ifPresent(of -> heading.facts(Pieces.code(of.code()), words.shown(of.title())));
        add(heading, form(origin));
    }

    private Origin renewed(String code) {
        AgreementPage page = agreements.find(words.asker(), code).orElseThrow(NotFound::new);
        return new Origin(code, page.line().title(), null, null, page);
    }

    private Origin origin(String code) {
        Optional<MissionPage> mission = missions.find(words.asker(), code);
        if (mission.isPresent()) {
            return new Origin(
                    code,
                    mission.get().line().title(),
                    null,
                    mission.get().line().id(),
                    null);
        }
        ProjectPage project = projects.find(words.asker(), code).orElseThrow(NotFound::new);
        return new Origin(code, project.line().title(), project.line().id(), null, null);
    }

    private Ask form(Optional<Origin> origin) {
        AgreementId id = AgreementId.next();
        AgreementForm form = new AgreementForm(
                words,
                "missions.new-agreement",
                "missions.deal.enter",
                origin.map(Origin::renews).map(NewAgreementView::like).orElse(null),
                members,
                directory);
        String[] code = {""};
        form.ask()
                .doing(() -> code[0] = agreements.enter(
                        words.asker(),
                        new NewAgreement(
                                id,
                                form.content(),
                                origin.map(Origin::project).orElse(null),
                                origin.map(Origin::mission).orElse(null),
                                origin.map(Origin::renewed).orElse(null))))
                .ready()
                .onSent(() -> getUI().ifPresent(ui -> ui.navigate(MissionPages.AGREEMENTS + "/" + code[0])))
                .onLeft(() -> getUI().ifPresent(ui -> ui.navigate(MissionPages.AGREEMENTS)));
        return form.ask();
    }

    /** The same between the same, for another time. */
    private static AgreementContent like(AgreementPage page) {
        return new AgreementContent(
                page.line().kind(),
                page.line().title(),
                page.line().summary(),
                page.parties().stream().map(PartyLine::party).toList(),
                null,
                null);
    }

    @Override
    public String getPageTitle() {
        return words.text("missions.deal.new");
    }
}
