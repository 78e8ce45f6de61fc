package org.kvartal.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import org.kvartal.search.SearchPages;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.Shortcut;

/** A field for what one looks for. It is drawn by the page's script, which asks for suggestions while one types; nothing of it is kept here. */
@Tag("kvartal-search")
@JsModule("context://search/box.js")
@StyleSheet("context://search/search.css")
class SearchBox extends Component implements HasStyle {

    /** @param name of the field for screen readers; pages may hold two */
    SearchBox(String name) {
        getElement().setAttribute("data-name", name);
        getElement().setAttribute("data-hint", getTranslation("search.box.hint"));
        getElement().setAttribute("data-list", getTranslation("search.box.list"));
        getElement().setAttribute("data-all", getTranslation("search.box.all"));
        getElement().setAttribute("data-submit", getTranslation("search.box.submit"));
        getElement().setAttribute("data-page", ShellPages.path(SearchPages.SEARCH));
        getElement().setAttribute("data-suggestions", SearchPages.SUGGESTIONS);
        new Shortcut("/", getTranslation("search.box.key")).on(this);
    }

    /** @param words what is looked for now */
    SearchBox holding(String words) {
        getElement().setAttribute("data-words", words);
        return this;
    }

    /** What else stands in the address, and stays there when other words are looked for. */
    SearchBox keeping(String query) {
        getElement().setAttribute("data-keep", query);
        return this;
    }
}
