package org.kvartal.demo.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kvartal.kernel.House;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Says in the data folder that what lies there is a demonstration and nothing else, so that the launcher may remove it. A house that somebody keeps already is never marked,
 * and one whose database lies elsewhere neither.
 */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class DemonstrationMark {

    /** The launcher knows it by this name. */
    static final String NAME = "demonstration";

    private static final Logger log = LoggerFactory.getLogger(DemonstrationMark.class);

    private final House house;

    DemonstrationMark(House house) {
        this.house = house;
    }

    void put() {
        if (!house.embedded()) {
            return;
        }
        Path mark = house.data().resolve(NAME);
        try {
            Files.writeString(mark, """
                    A demonstration lies in this folder; "./kvartal reset" removes it.
                    Whoever wishes to keep what is here deletes this file.
                    """);
        } catch (IOException e) {
            log.warn("The demonstration could not be marked, so that it can't be reset: {}", mark, e);
        }
    }
}
