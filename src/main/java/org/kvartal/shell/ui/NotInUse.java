package org.kvartal.shell.ui;

/** A page of a module that this house does not use, as an old link may lead to. */
class NotInUse extends RuntimeException {

    NotInUse() {
        super("not in use", null, false, false);
    }
}
