package org.kvartal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.advocacy.AdvocacyActs;
import org.kvartal.alliance.AllianceActs;
import org.kvartal.calendar.CalendarActs;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsActs;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Townspeople;
import org.kvartal.forum.ForumActs;
import org.kvartal.forum.HeldSessions;
import org.kvartal.imports.ImportsActs;
import org.kvartal.imports.Streets;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MembershipActs;
import org.kvartal.missions.MissionActs;
import org.kvartal.pages.PagesActs;
import org.kvartal.rights.RightsTable.Cell;
import org.kvartal.seminars.SeminarActs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Walks {@code workspace-routes.csv}: everybody opens every page of the workspace. */
@SpringBootTest
@Import({
    Townspeople.class,
    DiscussionsActs.class,
    Streets.Quarter.class,
    ImportsActs.class,
    MembershipActs.class,
    AllianceActs.class,
    CalendarActs.class,
    ForumActs.class,
    HeldSessions.class,
    AdvocacyActs.class,
    MissionActs.class,
    SeminarActs.class,
    PagesActs.class
})
@ViewPackages(packages = "org.kvartal")
class WorkspaceRoutesTests extends SpringBrowserlessTest {

    @Autowired
    Townspeople town;

    @Autowired
    DiscussionsActs discussions;

    @Autowired
    ImportsActs imports;

    @Autowired
    MembershipActs membership;

    @Autowired
    AllianceActs alliance;

    @Autowired
    CalendarActs calendar;

    @Autowired
    ForumActs forum;

    @Autowired
    HeldSessions held;

    @Autowired
    MissionActs missions;

    @Autowired
    AdvocacyActs advocacy;

    @Autowired
    SeminarActs seminars;

    @Autowired
    PagesActs pages;

    @Autowired
    Threads threads;

    static List<Cell> cells() {
        return RightsTable.read("/workspace-routes.csv").cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everybodyOpensEverything(Cell cell) {
        String path = path(cell.row());
        comeIn(cell.who());

        UI.getCurrent().navigate(path);

        HasElement shown =
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
        assertThat(!(shown instanceof HasErrorParameter<?>))
                .as("shown: %s", shown)
                .isEqualTo(cell.allowed());
    }

    @Test
    void aRoleThatEndsWhileAPageIsOpenCountsNoMoreAtTheNextClick() {
        town.person(Role.ADMINISTRATOR);
        Asker administrator = comeIn(Everybody.ADMINISTRATOR);
        UI.getCurrent().navigate("admin/spaces");
        test(find(Button.class).withText("New space").single()).click();
        String name = "Space " + Ids.next();
        test(find(TextField.class).withCaption("Name (English)").single()).setValue(name);
        test(find(TextField.class).withCaption("Address").single()).setValue("late-" + Ids.next());

        town.end(administrator, Role.ADMINISTRATOR);
        try {
            test(find(Button.class).withText("Make the space").single()).click();
        } catch (Forbidden refused) {
            // In front of a browser the frame says it in a few words.
        }

        assertThat(threads.spaces(Asker.house("test")))
                .noneMatch(space -> space.name().in(Language.EN).equals(name));
    }

    @Test
    void everyRouteHasARow() {
        Set<String> walked = RightsTable.read("/workspace-routes.csv").rows().stream()
                .map(WorkspaceRoutesTests::beginning)
                .collect(Collectors.toSet());

        assertThat(RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                        .map(RouteBaseData::getTemplate)
                        .map(WorkspaceRoutesTests::beginning))
                .isSubsetOf(walked);
    }

    /** The page is opened anew by somebody: session, request and all. */
    private Asker comeIn(Everybody who) {
        Asker asker = who == Everybody.VISITOR ? Asker.guest() : town.person(who.roles());
        cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
        if (who != Everybody.VISITOR) {
            var signedIn =
                    new SignedIn(Ids.next(), asker.requirePerson(), Language.EN, ZoneOffset.UTC, Set.of(who.roles()));
            var roles = Arrays.stream(who.roles())
                    .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                    .toList();
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, "", roles));
        }
        initVaadinEnvironment();
        return asker;
    }

    private String path(String row) {
        Map<String, Supplier<String>> there = new HashMap<>();
        there.put("{person}", () -> town.person().requirePerson().toString());
        there.put(
                "{thread}",
                () -> String.valueOf(discussions.begun(Visibility.PUBLIC).number()));
        there.put(
                "{inside}",
                () -> String.valueOf(discussions.begun(Visibility.MEMBERS).number()));
        there.put("{association}", () -> String.valueOf(membership.associationsNumber()));
        there.put("{member}", () -> String.valueOf(membership.personsNumber()));
        there.put("{application}", () -> String.valueOf(membership.applicationsNumber()));
        there.put("{body}", membership::bodysSlug);
        there.put("{circular}", () -> membership.circular().toString());
        there.put("{table}", () -> membership.table().toString());
        there.put("{import}", () -> String.valueOf(imports.begun().number()));
        there.put("{series}", () -> forum.series().toString());
        there.put("{proposal}", () -> Ids.next().toString());
        there.put("{session}", () -> forum.open().code());
        there.put("{draft}", () -> forum.draft().code());
        there.put("{running}", () -> held.running().code());
        there.put("{minutes}", () -> held.inReview().code());
        there.put("{drafted}", () -> held.closed().code());
        there.put("{project}", missions::begunOne);
        there.put("{mission}", missions::plannedOne);
        there.put("{agreement}", missions::draftedOne);
        there.put("{recommendation}", advocacy::open);
        there.put("{letter}", () -> advocacy.prepared().toString());
        there.put("{measure}", advocacy::measured);
        there.put("{seminar}", seminars::openedSlug);
        there.put("{unannounced}", seminars::begunSlug);
        there.put("{event}", () -> String.valueOf(calendar.published().number()));
        there.put("{suggestion}", () -> String.valueOf(calendar.suggested().number()));
        there.put("{news}", () -> pages.draft().id().toString());
        there.put("{entry}", () -> alliance.slug(alliance.publicEntry()));
        there.put("{change}", () -> alliance.suggested(alliance.publicEntry()).toString());
        return Pattern.compile("\\{\\w+}")
                .matcher(row.substring(1))
                .replaceAll(named -> Objects.requireNonNull(there.get(named.group()), named::group)
                        .get());
    }

    /** A route or a row up to its first parameter. */
    private static String beginning(String route) {
        return Stream.of(route.replaceFirst("^/", "").split("/"))
                .takeWhile(part -> !part.startsWith(":") && !part.startsWith("{"))
                .collect(Collectors.joining("/"));
    }
}
