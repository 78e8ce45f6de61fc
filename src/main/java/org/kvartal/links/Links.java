package org.kvartal.links;

import java.time.Duration;
import java.util.Optional;

/**
 * Makes and redeems the tokens of links in letters. Looking at a link changes nothing, since mail scanners open every address they
 * see; the page behind it holds one button, and that one redeems.
 */
public interface Links {

    /**
     * Makes a token. Earlier ones for the same subject stay valid unless they are {@linkplain #revoke revoked}.
     *
     * @param subject what the link is about, usually an id; at most 200 characters
     * @param life how long it works from now
     */
    LinkToken issue(LinkPurpose purpose, String subject, Duration life);

    /** What the token is about, if it is valid for this purpose now: neither expired, used nor revoked. Changes nothing. */
    Optional<LinkSubject> look(String token, LinkPurpose purpose);

    /**
     * Uses the token up in the caller's transaction: of any number of simultaneous attempts exactly one gets the subject.
     *
     * @return empty where the token is unknown, expired, used, revoked or was made for something else
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    Optional<LinkSubject> redeem(String token, LinkPurpose purpose);

    /** Makes all unused tokens of this purpose and subject worthless. */
    void revoke(LinkPurpose purpose, String subject);
}
