package org.kvartal.seminars.ui;

import java.time.Clock;
import org.kvartal.membership.Bodies;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarFeedback;
import org.kvartal.seminars.Seminars;
import org.springframework.stereotype.Component;

/** What the desk of a seminar is made of. */
@Component
record DeskTools(
        Seminars seminars,
        SeminarDesk desk,
        RegisterActs registering,
        CheckIn checkIn,
        Materials materials,
        SeminarFeedback feedback,
        Certificates certificates,
        FormTools forms,
        PeopleChoice people,
        Bodies bodies,
        Clock clock) {}
