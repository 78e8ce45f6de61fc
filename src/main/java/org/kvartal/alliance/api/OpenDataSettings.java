package org.kvartal.alliance.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a house may set for its open data.
 *
 * @param requestsPerMinute how many one client may send; a whole set counts as ten
 */
@ConfigurationProperties("kvartal.open-data")
record OpenDataSettings(@DefaultValue("120") int requestsPerMinute) {}
