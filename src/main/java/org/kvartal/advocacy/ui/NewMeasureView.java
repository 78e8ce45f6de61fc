package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.NewMeasure;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.alliance.Directory;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where a measure is entered; {@code of} names the recommendation that it carries out, {@code letter} a letter on which an addressee has promised it. */
@Route(AdvocacyPages.NEW_MEASURE)
@PermitAll
@StyleSheet("context://advocacy/advocacy.css")
class NewMeasureView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final MeasureDesk desk;
    private final Recommendations recommendations;
    private final Dispatches dispatches;
    private final Directory directory;
    private final Measures measures;
    private final Permissions permissions;
    private final House house;
    private final Clock clock;
    private final Words words;

    NewMeasureView(
            MeasureDesk desk,
            Recommendations recommendations,
            Dispatches dispatches,
            Directory directory,
            Measures measures,
            Permissions permissions,
            House house,
            Clock clock,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.dispatches = dispatches;
        this.directory = directory;
        this.measures = measures;
        this.permissions = permissions;
        this.house = house;
        this.clock = clock;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM);
        QueryParameters asked = event.getLocation().getQueryParameters();
        Optional<Promise> promise = asked.getSingleParameter("letter").flatMap(this::promise);
        Optional<RecommendationPage> of = promise.map(one -> one.letter().line().code())
                .or(() -> asked.getSingleParameter("of"))
                .flatMap(code -> recommendations.find(words.asker(), code));
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.path(AdvocacyPages.MEASURES), words.text("advocacy.public.measures"));
        of.ifPresent(page -> heading.facts(
                Pieces.code(page.card().code()), words.shown(page.card().title())));
        if (promise.isPresent() && of.isPresent()) {
            add(heading, promised(of.get(), promise.get()));
        } else {
            add(heading, choose(of));
        }
    }

    private Optional<Promise> promise(String letter) {
        try {
            return dispatches.find(words.asker(), DispatchId.of(letter)).flatMap(Promise::in);
        } catch (IllegalArgumentException mangled) {
            return Optional.empty();
        }
    }

    /** What an addressee has promised is theirs. */
    private Ask promised(RecommendationPage of, Promise promise) {
        MeasureContent content = promise.measure(of.text().title(), house.day(clock.instant()));
        Ask ask = form(Optional.of(of), content, content.owner());
        ask.addComponentAsFirst(new Paragraph(words.text(
                "advocacy.app.promised", words.name(promise.letter().line().addressee()), words.day(promise.day()))));
        return ask;
    }

    /** An organisation for which one speaks is at hand; everybody else stands in the directory. */
    private Div choose(Optional<RecommendationPage> of) {
        Div place = new Div();
        List<MemberCard> mine = measures.owners(words.asker());
        if (mine.isEmpty()) {
            place.add(form(of, null));
            return place;
        }
        Div acts = new Div();
        acts.addClassName("page-acts");
        mine.forEach(member -> acts.add(new Button(words.name(member.name()), _ -> {
            place.removeAll();
            place.add(form(of, new Owner.OfMember(member.id())));
        })));
        acts.add(new Button(words.text("advocacy.app.other-owner"), _ -> {
            place.removeAll();
            place.add(form(of, null));
        }));
        place.add(new Paragraph(words.text("advocacy.app.whose")), acts);
        return place;
    }

    private Ask form(Optional<RecommendationPage> of, @Nullable Owner owner) {
        return form(of, null, owner);
    }

    private Ask form(Optional<RecommendationPage> of, @Nullable MeasureContent content, @Nullable Owner owner) {
        MeasureId id = MeasureId.next();
        MeasureForm form =
                new MeasureForm(words, "advocacy.new-measure", "advocacy.app.enter-measure", content, owner, directory);
        String[] code = {""};
        form.ask()
                .doing(() -> code[0] = desk.enter(
                        words.asker(),
                        new NewMeasure(
                                id,
                                form.content(),
                                of.map(page -> Set.of(page.card().id())).orElse(Set.of()))))
                .ready()
                .onSent(() -> getUI().ifPresent(ui -> ui.navigate(AdvocacyPages.MEASURES + "/" + code[0])))
                .onLeft(() -> getUI().ifPresent(ui -> ui.navigate(AdvocacyPages.MEASURES)));
        return form.ask();
    }

    @Override
    public String getPageTitle() {
        return words.text("advocacy.app.enter-measure");
    }
}
