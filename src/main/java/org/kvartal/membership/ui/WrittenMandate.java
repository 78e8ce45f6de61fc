package org.kvartal.membership.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.FilePages;
import org.kvartal.files.StoredFile;
import org.kvartal.membership.Mandates.MandateDocument;
import org.kvartal.shell.Icon;

/** The document of a mandate, and what had been attached before it. */
class WrittenMandate extends Div {

    private final Words words;

    /** @param documents the newest first, one at least */
    WrittenMandate(List<MandateDocument> documents, Words words) {
        this.words = words;
        addClassName("written");
        Anchor link = link(documents.getFirst().file());
        link.addComponentAtIndex(1, new Span(words.text("membership.app.written") + ":"));
        add(link);
        List<MandateDocument> before = documents.subList(1, documents.size());
        if (!before.isEmpty()) {
            UnorderedList list = new UnorderedList();
            before.forEach(document -> list.add(row(document)));
            Details earlier = new Details(words.text("membership.app.written.earlier", before.size()), list);
            earlier.addClassName("earlier");
            add(earlier);
        }
    }

    private ListItem row(MandateDocument document) {
        PersonCard by = document.by();
        String day = words.day(document.since());
        Span when = new Span(
                by == null
                        ? words.text("membership.app.written.since", day)
                        : words.text("membership.app.written.since-by", day, by.name()));
        when.addClassName("meta");
        return new ListItem(link(document.file()), when);
    }

    private Anchor link(StoredFile file) {
        Anchor link = new Anchor(FilePages.file(file.id()));
        Span name = new Span(file.name());
        name.addClassName("file-name");
        Span size = new Span(words.size(file.size()));
        size.addClassName("file-size");
        link.add(Icon.FILE.create(), name, size);
        link.addClassName("file");
        link.setTitle(file.name());
        link.setTarget("_blank");
        link.setRouterIgnore(true);
        return link;
    }
}
