package org.kvartal.membership.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.Bodies.BodyChange;
import org.kvartal.membership.Bodies.BodyPage;
import org.kvartal.membership.Bodies.NewBody;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyType;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.shell.LocalizedField;

/** What a body is, to be opened or changed. */
class BodyForm extends WordedSheet {

    private final Bodies bodies;
    private final BodyId id;
    private final @Nullable BodyPage page;
    private final Select<BodyType> type;
    private final TextField slug;
    private final LocalizedField name;
    private final LocalizedField purpose;
    private final Select<Sector> sector;
    private final IntegerField minimum;

    /** The id is made with the form, so that a second press is the same body. */
    static BodyForm opening(Bodies bodies, Lists lists, Words words) {
        return new BodyForm(bodies, BodyId.next(), null, lists, words);
    }

    static BodyForm changing(Bodies bodies, BodyPage page, Lists lists, Words words) {
        return new BodyForm(bodies, page.card().id(), page, lists, words);
    }

    private BodyForm(Bodies bodies, BodyId id, @Nullable BodyPage page, Lists lists, Words words) {
        super(words, "body", words.text(page == null ? "membership.app.body.open" : "membership.app.save"));
        this.bodies = bodies;
        this.id = id;
        this.page = page;
        BodyCard card = page == null ? null : page.card();
        addClassName("long");
        type = field("type", new Select<>());
        type.setLabel(words.text("membership.app.body.type"));
        type.setItems(BodyType.values());
        type.setItemLabelGenerator(one -> words.of("body-type", one));
        type.setValue(card == null ? BodyType.INITIATIVE_GROUP : card.type());
        slug = field("slug", new TextField(words.text("membership.app.body.slug")));
        slug.setHelperText(words.text("membership.app.body.slug-hint"));
        slug.setAutocapitalize(Autocapitalize.NONE);
        slug.setRequiredIndicatorVisible(page == null);
        name = field(LocalizedField.line("name", words.text("membership.app.body.name"), words.language()))
                .required()
                .show(card == null ? null : card.name());
        purpose = field(LocalizedField.block("purpose", words.text("membership.app.body.purpose"), 3, words.language()))
                .hint(words.text("membership.app.body.purpose-hint"))
                .show(card == null ? null : card.purpose())
                .following(name);
        sector = field("sector", new Select<>());
        sector.setLabel(words.text("membership.bodies.sector"));
        sector.setEmptySelectionAllowed(true);
        sector.setEmptySelectionCaption(words.text("membership.app.body.no-sector"));
        sector.setItemLabelGenerator(
                one -> one == null ? words.text("membership.app.body.no-sector") : words.name(one.name()));
        sector.setItems(lists.sectors());
        minimum = field("minimum", new IntegerField(words.text("membership.app.body.minimum")));
        minimum.setHelperText(words.text("membership.app.body.minimum-hint"));
        minimum.setStepButtonsVisible(true);
        minimum.setI18n(
                new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(words.text("membership.refused.number")));
        minimum.setValue(card == null ? 3 : card.minimum());
        if (card == null) {
            fill(type, name, purpose, slug, sector, minimum);
        } else {
            sector.getListDataView()
                    .getItems()
                    .filter(one -> one.code().equals(card.sector()))
                    .findFirst()
                    .ifPresent(sector::setValue);
            fill(name, purpose, sector, minimum);
        }
    }

    String slug() {
        return slug.getValue().strip();
    }

    @Override
    protected List<Refused> problems() {
        List<Refused> problems = super.problems();
        if (minimum.isEmpty()) {
            problems.add(Refused.at("minimum", "membership.refused.number"));
        }
        if (page == null && !slug().isEmpty()) {
            try {
                Bodies.requireSlug(slug());
            } catch (Refused noAddress) {
                problems.add(noAddress);
            }
        }
        return problems;
    }

    @Override
    public void focus() {
        name.focus();
    }

    @Override
    protected void send() {
        int least = minimum.getValue();
        String code = sector.getValue() == null ? null : sector.getValue().code();
        if (page == null) {
            bodies.open(
                    words.asker(),
                    new NewBody(id, slug(), type.getValue(), name.text(), purpose.textOrNull(), code, least));
        } else {
            bodies.change(
                    words.asker(), new BodyChange(id, page.version(), name.text(), purpose.textOrNull(), code, least));
        }
    }
}
