package org.kvartal.missions.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kvartal.kernel.Code;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.StageState;

/** Where a project stands on its stages, in one line. */
final class ProjectStages {

    private ProjectStages() {}

    static OrderedList strip(List<StageLine> stages, Words words) {
        OrderedList strip = new OrderedList();
        strip.addClassName("stages");
        strip.getElement().setAttribute("aria-label", words.text("missions.project.stages"));
        for (StageLine stage : stages) {
            Span name = words.shown(stage.title());
            name.addClassName("stage-name");
            Span state = new Span(
                    stage.state() == StageState.AHEAD
                            ? words.day(stage.due())
                            : words.of("stage-state", stage.state()));
            state.addClassName("stage-when");
            ListItem item = new ListItem(name, state);
            item.addClassNames("stage-mark", Code.of(stage.state()));
            if (stage.state() == StageState.CURRENT || stage.state() == StageState.AT_GATE) {
                item.getElement().setAttribute("aria-current", "step");
            }
            strip.add(item);
        }
        return strip;
    }
}
