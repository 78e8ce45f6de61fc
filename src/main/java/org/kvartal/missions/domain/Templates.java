package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectDesk.PlanItemContent;
import org.kvartal.missions.ProjectDesk.StageContent;
import org.kvartal.missions.StageTemplate;
import org.kvartal.missions.StageTemplate.Planned;
import org.springframework.stereotype.Component;

/** Copies of the shipped plans, laid between the first and the last day of a project in proportion to how long their stages last. */
@Component
class Templates {

    private final Messages messages;

    Templates(Messages messages) {
        this.messages = messages;
    }

    record PlannedStage(StageContent content, List<PlanItemContent> items) {}

    /** @param template null for a plan of one stage without items */
    List<PlannedStage> of(@Nullable StageTemplate template, LocalDate starts, LocalDate ends) {
        if (template == null) {
            return List.of(new PlannedStage(new StageContent(text("missions.template.one"), ends, false), List.of()));
        }
        long whole = ChronoUnit.DAYS.between(starts, ends);
        int all = template.stages().stream().mapToInt(Planned::days).sum();
        List<PlannedStage> stages = new ArrayList<>();
        int over = 0;
        for (Planned stage : template.stages()) {
            LocalDate from = starts.plusDays(whole * over / all);
            over += stage.days();
            LocalDate due = starts.plusDays(whole * over / all);
            LocalDate middle = from.plusDays(ChronoUnit.DAYS.between(from, due) / 2);
            String key = template.key() + "." + stage.code();
            stages.add(new PlannedStage(
                    new StageContent(text(key + ".title"), due, stage.gate()),
                    List.of(
                            new PlanItemContent(PlanItemKind.GOAL, text(key + ".goal"), null, false),
                            new PlanItemContent(PlanItemKind.TASK, text(key + ".task"), middle, false),
                            new PlanItemContent(PlanItemKind.DELIVERABLE, text(key + ".deliverable"), null, false))));
        }
        return stages;
    }

    private LocalizedText text(String key) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, messages.text(language, key));
        }
        return new LocalizedText(Language.EN, texts);
    }
}
