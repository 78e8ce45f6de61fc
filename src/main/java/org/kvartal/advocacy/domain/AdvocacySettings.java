package org.kvartal.advocacy.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the house sends letters.
 *
 * @param fourEyes whether a letter is always signed by somebody who has not prepared it; off, whoever is the only one who may sign signs alone, and the letter says so
 */
@ConfigurationProperties("kvartal.advocacy")
record AdvocacySettings(@DefaultValue("true") boolean fourEyes) {}
