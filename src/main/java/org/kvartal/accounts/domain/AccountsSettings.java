package org.kvartal.accounts.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a house may set for its accounts.
 *
 * @param limits how often things may be tried
 */
@ConfigurationProperties("kvartal.accounts")
record AccountsSettings(@DefaultValue Limits limits) {

    /**
     * A network is 256 IPv4 addresses or one IPv6 subnet: the numbers leave room for an office or a hall full of people.
     *
     * @param signInsPerNetwork wrong passwords within 10 minutes
     * @param signUpsPerNetwork within an hour
     * @param lettersPerNetwork letters to confirm an address or to set a new password, within an hour
     * @param lettersPerAddress the same to one address
     */
    record Limits(
            @DefaultValue("40") int signInsPerNetwork,
            @DefaultValue("60") int signUpsPerNetwork,
            @DefaultValue("90") int lettersPerNetwork,
            @DefaultValue("4") int lettersPerAddress) {}
}
