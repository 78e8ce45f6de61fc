package org.kvartal.missions.ui;

import org.springframework.stereotype.Component;

/** What the page of a project is put together from. */
@Component
record ProjectParts(
        ProjectActs acts,
        ProjectDue due,
        LogActs logActs,
        ProjectPlanActs planActs,
        GateActs gateActs,
        ProjectSide side,
        ProjectResults results) {}
