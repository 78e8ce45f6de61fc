package org.kvartal.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** A text is asked for in one language, and in others only where somebody wants to. */
class LocalizedFieldTests {

    private final LocalizedField title =
            LocalizedField.line("title", "Title", Language.RU).required();

    @Test
    void itBeginsInTheLanguageOfTheReaderAndOffersTheOthers() {
        assertThat(labels(title)).containsExactly("Title (Русский)");
        assertThat(offers(title)).containsExactly("English", "Български");
    }

    @Test
    void anOfferOpensTheFieldOfItsLanguageAndGoes() {
        translate(title, "English");

        assertThat(labels(title)).containsExactly("Title (Русский)", "Title (English)");
        assertThat(offers(title)).containsExactly("Български");
    }

    @Test
    void whatIsShownBeginsWithItsOwnLanguage() {
        title.show(new LocalizedText(Language.BG, Map.of(Language.BG, "Тъкачи", Language.EN, "Weavers")));

        assertThat(labels(title)).containsExactly("Title (Български)", "Title (English)");
        assertThat(title.text().source()).isEqualTo(Language.BG);
        assertThat(title.text().in(Language.EN)).isEqualTo("Weavers");
    }

    @Test
    void itIsMissingWithoutItsFirstLanguageAndSaysSo() {
        translate(title, "English");
        field(title, Language.EN).setValue("Weavers");

        assertThat(title.incomplete()).isTrue();
        assertThat(field(title, Language.RU).isInvalid()).isTrue();

        field(title, Language.RU).setValue("Ткачи");
        assertThat(title.incomplete()).isFalse();
        assertThat(field(title, Language.RU).isInvalid()).isFalse();
        assertThat(title.text().texts()).containsOnlyKeys(Language.RU, Language.EN);
    }

    @Test
    void whatMayStayEmptyIsNothingThen() {
        LocalizedField about = LocalizedField.block("about", "About", 3, Language.EN);

        assertThat(about.incomplete()).isFalse();
        assertThat(about.textOrNull()).isNull();
        assertThat(field(about, Language.EN)).isInstanceOf(TextArea.class);
    }

    @Test
    void aRefusalIsSaidAtTheWordingThatItIsAbout() {
        translate(title, "English");
        field(title, Language.EN).setValue("Weavers of the upper town");
        field(title, Language.RU).setValue("Ткачи");

        assertThat(title.refuse("title.ru", "Not so.")).isTrue();
        assertThat(field(title, Language.RU).getErrorMessage()).isEqualTo("Not so.");
        assertThat(title.refuse("title", "Too long.")).isTrue();
        assertThat(field(title, Language.EN).getErrorMessage()).isEqualTo("Too long.");
        assertThat(title.refuse("titles.ru", "Of something else.")).isFalse();
        assertThat(title.refuse("about", "Of something else.")).isFalse();
    }

    @Test
    void aTextThatFollowsAnotherIsTranslatedWithIt() {
        title.show(LocalizedText.of(Language.BG, "Тъкачи"));
        LocalizedField about =
                LocalizedField.block("about", "About", 3, Language.EN).following(title);

        assertThat(labels(about)).containsExactly("About (Български)");
        translate(title, "English");
        assertThat(labels(about)).containsExactly("About (Български)", "About (English)");
        assertThat(offered(about)).isFalse();
    }

    @Test
    void aTextThatStandsInMoreLanguagesThanTheOneItFollowsOpensThoseThere() {
        title.show(LocalizedText.of(Language.RU, "Ткачи"));
        LocalizedField about = LocalizedField.block("about", "About", 3, Language.RU)
                .show(LocalizedText.of(Language.EN, "We weave."))
                .following(title);

        assertThat(labels(title)).containsExactly("Title (Русский)", "Title (English)");
        assertThat(labels(about)).containsExactly("About (English)", "About (Русский)");
        assertThat(requireNonNull(about.textOrNull()).source()).isEqualTo(Language.EN);
    }

    private static void translate(LocalizedField text, String language) {
        buttons(text)
                .filter(one -> one.getText().equals(language))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static List<String> offers(LocalizedField text) {
        return buttons(text).map(Button::getText).toList();
    }

    private static boolean offered(LocalizedField text) {
        return buttons(text).anyMatch(button -> button.getParent().orElseThrow().isVisible());
    }

    private static List<String> labels(LocalizedField text) {
        return fields(text).map(TextFieldBase::getLabel).toList();
    }

    private static TextFieldBase<?, String> field(LocalizedField text, Language language) {
        return fields(text)
                .filter(field -> field.getLabel().endsWith("(" + language.ownName() + ")"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Button> buttons(LocalizedField text) {
        return all(text).filter(Button.class::isInstance).map(Button.class::cast);
    }

    private static Stream<TextFieldBase<?, String>> fields(LocalizedField text) {
        return all(text).mapMulti((component, found) -> {
            switch (component) {
                case TextField line -> found.accept(line);
                case TextArea block -> found.accept(block);
                default -> {}
            }
        });
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(LocalizedFieldTests::all));
    }
}
