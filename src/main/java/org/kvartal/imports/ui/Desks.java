package org.kvartal.imports.ui;

import java.util.concurrent.Executor;
import org.kvartal.imports.Imports;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Live;
import org.kvartal.shell.PersonChips;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Sets the desk for whoever opens a page of imports. */
@Component
class Desks {

    private final Imports imports;
    private final Messages messages;
    private final Wording wording;
    private final Live live;
    private final ObjectProvider<PersonChips> chips;
    private final Executor executor;
    private final CurrentReader currentReader;

    Desks(
            Imports imports,
            Messages messages,
            Wording wording,
            Live live,
            ObjectProvider<PersonChips> chips,
            @Qualifier("applicationTaskExecutor") Executor executor,
            CurrentReader currentReader) {
        this.imports = imports;
        this.messages = messages;
        this.wording = wording;
        this.live = live;
        this.chips = chips;
        this.executor = executor;
        this.currentReader = currentReader;
    }

    Desk set() {
        return new Desk(imports, messages, wording, live, chips, executor, currentReader.get());
    }
}
