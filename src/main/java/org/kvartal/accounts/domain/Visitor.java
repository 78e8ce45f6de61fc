package org.kvartal.accounts.domain;

import java.util.Optional;
import org.kvartal.kernel.Secret;
import org.kvartal.site.Network;

/**
 * What is known of a browser that wants to sign in.
 *
 * @param browser such as {@code Firefox}; empty where unknown
 * @param system such as {@code Linux}; empty where unknown
 * @param known what it was given when somebody signed in with it before
 */
public record Visitor(Network network, String browser, String system, Optional<Secret> known) {}
