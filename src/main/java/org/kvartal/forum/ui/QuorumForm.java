package org.kvartal.forum.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.SessionId;

/** Says how many associations must be represented so that votes count. */
class QuorumForm extends WordedSheet {

    private static final int MOST = 10_000;

    private final RoomTools tools;
    private final SessionId session;
    private final Checkbox on;
    private final Select<QuorumRule.Kind> kind = new Select<>();
    private final IntegerField value;
    private final Checkbox always;

    QuorumForm(RoomTools tools, DeskPage page, Words words) {
        super(words, "quorum " + page.session().id(), words.text("forum.app.save"));
        this.tools = tools;
        session = page.session().id();
        @Nullable QuorumRule rule = page.quorum() == null ? null : page.quorum().rule();
        on = new Checkbox(words.text("forum.room.quorum-on"), rule != null);
        kind.setLabel(words.text("forum.room.quorum-kind"));
        kind.setItems(QuorumRule.Kind.values());
        kind.setItemLabelGenerator(one -> words.of("quorum-kind", one));
        kind.setValue(rule == null ? QuorumRule.Kind.SHARE : rule.kind());
        value = field(
                "quorum",
                Fields.number(words.text("forum.room.quorum-value"), rule == null ? 50 : rule.value(), 1, MOST, words));
        always = new Checkbox(words.text("forum.room.quorum-always"));
        always.setVisible(page.session().series() != null);
        kind.setVisible(on.getValue());
        value.setVisible(on.getValue());
        on.addValueChangeListener(chosen -> {
            kind.setVisible(chosen.getValue());
            value.setVisible(chosen.getValue());
        });
        fill(new Paragraph(words.text("forum.room.quorum-text")), on, Fields.beside(kind, value), always);
    }

    @Override
    protected void send() {
        tools.room()
                .quorum(
                        words.asker(),
                        session,
                        on.getValue() ? new QuorumRule(kind.getValue(), value.getValue()) : null,
                        always.getValue());
    }
}
