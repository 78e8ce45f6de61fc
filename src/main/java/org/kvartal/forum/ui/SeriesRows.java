package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.SeriesBook.SeriesCard;

/** The series of the house; whoever facilitates one goes on from here. */
class SeriesRows extends UnorderedList {

    SeriesRows(List<SeriesCard> series, Words words) {
        addClassName("rows");
        series.forEach(one -> add(row(one, words)));
        setVisible(!series.isEmpty());
    }

    private static ListItem row(SeriesCard series, Words words) {
        H3 title = new H3();
        title.addClassName("row-title");
        if (series.mayFacilitate()) {
            Anchor link = new Anchor(ForumPages.series(series.id()));
            link.add(words.shown(series.name()));
            title.add(link);
        } else {
            title.add(words.shown(series.name()));
        }
        Div meta = new Div(new Span(RhythmWords.of(series.recurrence(), words)));
        meta.addClassNames("row-meta", "meta");
        if (!series.venue().place().isEmpty()) {
            meta.add(new Span(series.venue().place()));
        }
        ListItem row = new ListItem(title, meta);
        row.addClassNames("row", "series-row");
        if (series.mayFacilitate()) {
            Anchor backlog = new Anchor(
                    ForumPages.backlog(series.id()),
                    series.proposed() == 0
                            ? words.text("forum.app.backlog")
                            : words.text("forum.app.backlog.count", series.proposed()));
            backlog.addClassName("row-end");
            row.add(backlog);
        }
        return row;
    }
}
