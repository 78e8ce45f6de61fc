package org.kvartal.notifications.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.FollowedPlaces;
import org.kvartal.notifications.FollowedPlaces.Place;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Following.Followed;

/** The threads and spaces that somebody follows or leaves out, each with what they hear of it and how often by mail. */
class PlaceRows extends Div {

    /** Whoever follows more changes it where it is. */
    private static final int MOST = 50;

    private final Following following;
    private final Messages messages;
    private final Reader reader;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Followed was, Select<Attention> heard, RhythmField mail) {}

    PlaceRows(Following following, List<FollowedPlaces> known, Messages messages, Reader reader) {
        this.following = following;
        this.messages = messages;
        this.reader = reader;
        addClassName("wishes-places");
        List<Followed> own = following.own(reader.asker(), MOST);
        List<UUID> ids = own.stream().map(Followed::place).toList();
        PersonId person = reader.asker().requirePerson();
        Map<UUID, Place> named = new HashMap<>();
        known.forEach(source -> named.putAll(source.places(person, ids, reader.language())));
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        for (Followed one : own) {
            Place place = named.get(one.place());
            if (place != null) {
                list.add(row(one, place));
            }
        }
        if (rows.isEmpty()) {
            Paragraph none = new Paragraph(text("wishes.places-empty"));
            none.addClassName("meta");
            add(none);
        } else {
            add(list);
        }
    }

    private ListItem row(Followed one, Place place) {
        Anchor link = new Anchor(place.path(), place.name());
        link.getElement().setAttribute("lang", place.language().code());
        Div title = new Div(link);
        title.addClassName("row-title");
        Select<Attention> heard = new Select<>();
        heard.setAriaLabel(text("wishes.heard-of", place.name()));
        heard.setItems(Attention.values());
        heard.setItemLabelGenerator(attention -> text("attention." + Code.of(attention)));
        heard.setValue(one.attention());
        RhythmField mail = new RhythmField(messages, reader, text("wishes.mail-of", place.name()));
        mail.choose(one.rhythm());
        rows.add(new Row(one, heard, mail));
        Div fields = new Div(heard, mail);
        fields.addClassName("wishes-place");
        ListItem row = new ListItem(title, fields);
        row.addClassName("row");
        return row;
    }

    void save() {
        rows.replaceAll(row -> {
            Followed is = new Followed(
                    row.was().place(), row.heard().getValue(), row.mail().chosen());
            if (is.attention() != row.was().attention()) {
                following.choose(reader.asker(), is.place(), is.attention());
            }
            if (is.rhythm() != row.was().rhythm()) {
                following.choose(reader.asker(), is.place(), is.rhythm());
            }
            return new Row(is, row.heard(), row.mail());
        });
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), "notifications." + key, arguments);
    }
}
