package org.kvartal.seminars.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.seminars.SeminarFeedback;
import org.kvartal.seminars.SeminarFeedback.Voice;
import org.kvartal.seminars.SeminarFeedback.Voices;
import org.kvartal.seminars.Seminars.SeminarPage;

/** What those who were there thought of it; nothing is shown of a few. */
class VoicesPart extends Div {

    private static final int PER_CENT = 100;

    VoicesPart(Voices voices, SeminarPage page, Words words) {
        if (voices.parts().stream().allMatch(part -> part.voices() == 0)) {
            add(Pieces.quiet(words.text("seminars.app.no-voices")));
            return;
        }
        voices.parts().stream().filter(part -> part.voices() > 0).forEach(part -> add(part(part, page, words)));
    }

    private static Section part(Voice voice, SeminarPage page, Words words) {
        Section part = Pieces.part(
                FeedbackActs.name(page, voice.day(), words),
                new Paragraph(words.text("seminars.app.voices", voice.voices())));
        if (voice.points().isEmpty()) {
            part.add(Pieces.quiet(words.text("seminars.app.few-voices", SeminarFeedback.FEWEST)));
            return part;
        }
        part.add(chart(voice.points(), words));
        UnorderedList said = Pieces.rows();
        voice.words().stream().filter(one -> !one.isBlank()).forEach(one -> {
            Paragraph text = new Paragraph(one);
            text.addClassName("said");
            ListItem row = new ListItem(text);
            row.addClassName("row");
            said.add(row);
        });
        if (said.getElement().getChildCount() > 0) {
            part.add(said);
        }
        return part;
    }

    private static UnorderedList chart(List<Integer> points, Words words) {
        UnorderedList chart = new UnorderedList();
        chart.addClassName("points");
        int most = Math.max(1, points.stream().mapToInt(Integer::intValue).max().orElse(1));
        for (int i = points.size() - 1; i >= 0; i--) {
            Span bar = new Span();
            bar.addClassName("points-bar");
            bar.getElement().setAttribute("data-share", String.valueOf(points.get(i) * PER_CENT / most));
            Span number = new Span(String.valueOf(points.get(i)));
            number.addClassName("number");
            chart.add(new ListItem(new Span(words.text("seminars.points." + (i + 1))), bar, number));
        }
        return chart;
    }
}
