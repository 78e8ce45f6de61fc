package org.kvartal.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;

/**
 * What has been said, decided or refused already, told while somebody types the title of something new. The page's script hears the titles: whatever holds the field sends the event {@code titled} with what is
 * typed in it.
 */
@Tag("kvartal-similar")
@JsModule("context://search/similar.js")
@StyleSheet("context://search/search.css")
public class SimilarPart extends Component implements HasStyle {

    public SimilarPart() {
        getElement().setAttribute("data-title", getTranslation("search.similar.title"));
        getElement().setAttribute("data-aside", getTranslation("search.similar.aside"));
        getElement().setAttribute("data-similar", SearchPages.SIMILAR);
    }
}
