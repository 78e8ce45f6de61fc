package org.kvartal.imports.ui;

import org.kvartal.imports.Imports;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.PersonChips;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sets the desk for whoever opens a page of imports. */
@Component
class Desks {

    private final Imports imports;
    private final Messages messages;
    private final Wording wording;
    private final Rereading rereading;
    private final ObjectProvider<PersonChips> chips;
    private final CurrentReader currentReader;

    Desks(
            Imports imports,
            Messages messages,
            Wording wording,
            Rereading rereading,
            ObjectProvider<PersonChips> chips,
            CurrentReader currentReader) {
        this.imports = imports;
        this.messages = messages;
        this.wording = wording;
        this.rereading = rereading;
        this.chips = chips;
        this.currentReader = currentReader;
    }

    Desk set() {
        return new Desk(imports, messages, wording, rereading, chips, currentReader.get());
    }
}
