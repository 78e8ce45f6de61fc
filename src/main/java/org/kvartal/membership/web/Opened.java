package org.kvartal.membership.web;

import org.kvartal.membership.Joining.ApplicationPage;

/**
 * The application that a browser's key has opened.
 *
 * @param key never shown
 */
record Opened(String key, ApplicationPage page) {

    @Override
    public String toString() {
        return "Opened[" + page.id() + "]";
    }
}
