package org.kvartal.imports.ui;

import org.kvartal.imports.Imports;
import org.kvartal.imports.ImportsPages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.AdminPart;
import org.springframework.stereotype.Component;

/** Leads whoever may import something to imports. */
@Component
class ImportsPart implements AdminPart {

    private final Imports imports;

    ImportsPart(Imports imports) {
        this.imports = imports;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String title() {
        return "imports.title";
    }

    @Override
    public String text() {
        return "imports.about";
    }

    @Override
    public String path() {
        return ImportsPages.IMPORT;
    }

    @Override
    public boolean visible(Reader reader) {
        return !imports.kinds(reader.asker()).isEmpty();
    }
}
