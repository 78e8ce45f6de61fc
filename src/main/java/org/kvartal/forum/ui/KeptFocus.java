package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Keeps the keyboard where it was when the desk around it is drawn anew, since somebody else has changed something. */
@Tag("kvartal-kept-focus")
@JsModule("context://forum/focus.js")
class KeptFocus extends Component {}
