package org.kvartal.journeys;

import static org.kvartal.journeys.Habits.path;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.DelegationCast.Screens;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Wording;
import org.springframework.beans.factory.annotation.Autowired;

/** Delegations of three cities travel together: who, to whom and when is settled by links, all of it is taken along in print, and something comes of it. */
@Journey
class DelegationJourney {

    private static final String STARTS = "17:00";
    private static final String ENDS = "18:00";

    @Autowired
    Residents residents;

    @Autowired
    Surroundings surroundings;

    @Autowired
    Travels travels;

    @Autowired
    Wording wording;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void threeCitiesTravelTogetherAndSomethingComesOfIt(Language language, Visitors visitors) {
        LocalDate today = surroundings.today();
        DelegationCast cast = DelegationCast.gather(residents, travels, today, language);
        Screens screens = Screens.set(visitors, language);
        LocalDate moved = cast.day(1);

        DelegationDesk desk = new DelegationDesk(cast, screens.desk());
        DelegationLinks links = new DelegationLinks(cast, screens);
        String code = desk.aMissionIsPlanned();
        String mission = path(screens.desk());
        desk.threeDelegationsAreInvited();
        links.theHeadsSayWhoTravels();
        desk.whoTravelsIsRead();
        links.aMemberReadsTheirOwnDelegationAlone(mission);
        desk.anItineraryIsDrawnAndMended();
        desk.theHostsAreAsked();
        links.oneHostAccepts();
        links.oneHostWishesAnotherTime(moved, STARTS, ENDS);
        links.oneHostDeclines();
        desk.theHostsHaveAnswered(STARTS, ENDS);
        desk.theMissionIsConfirmed();
        links.whatIsSettledIsOnlyRead();
        desk.theMissionIsShown();

        DelegationPapers papers = new DelegationPapers(cast, screens, wording);
        papers.theBriefBookTellsTheWholeJourney(moved, STARTS);
        papers.theDaySheetTellsOneDay();
        papers.theCalendarShowsTheTimeThatWasMoved(moved, STARTS);

        DelegationAfterwards afterwards = new DelegationAfterwards(cast, screens, code);
        String agreement = afterwards.anAgreementIsEntered();
        afterwards.bothPartiesSign(agreement);
        travels.letsPass(code, today.minusDays(2));
        afterwards.everybodyReadsWhatWasAgreed();
        afterwards.theCoordinatorWritesDownHowItWas();
        screens.all().forEach(Visitor::hasHeardNoComplaint);
    }
}
