package org.kvartal.administration.ui;

import org.kvartal.administration.HouseWatch;
import org.kvartal.administration.WatchPages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.AdminPart;
import org.springframework.stereotype.Component;

/** Leads whoever keeps the watch to it. */
@Component
class WatchPart implements AdminPart {

    private final HouseWatch watch;

    WatchPart(HouseWatch watch) {
        this.watch = watch;
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public String title() {
        return "administration.watch.title";
    }

    @Override
    public String text() {
        return "administration.watch.about";
    }

    @Override
    public String path() {
        return WatchPages.WATCH;
    }

    @Override
    public boolean visible(Reader reader) {
        return watch.mayWatch(reader.asker());
    }
}
