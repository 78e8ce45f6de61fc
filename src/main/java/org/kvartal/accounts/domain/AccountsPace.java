package org.kvartal.accounts.domain;

import java.time.Duration;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.site.Network;
import org.kvartal.site.Pace;
import org.kvartal.site.Pace.Limit;
import org.springframework.stereotype.Component;

/**
 * How often one network, and one address, may set things going. What must hold across nodes and restarts is the delay after wrong passwords,
 * which {@link WrongPasswords} keeps.
 */
@Component
class AccountsPace {

    private final Pace pace = new Pace();
    private final Limit signIns;
    private final Limit signUps;
    private final Limit lettersPerNetwork;
    private final Limit lettersPerAddress;

    AccountsPace(AccountsSettings settings) {
        AccountsSettings.Limits limits = settings.limits();
        signIns = new Limit(limits.signInsPerNetwork(), Duration.ofMinutes(10));
        signUps = Limit.perHour(limits.signUpsPerNetwork());
        lettersPerNetwork = Limit.perHour(limits.lettersPerNetwork());
        lettersPerAddress = Limit.perHour(limits.lettersPerAddress());
    }

    /**
     * Counts an attempt to sign in.
     *
     * @return gives the attempt back, for a right password
     * @throws org.kvartal.site.TooOften if the network tried too many
     */
    Runnable signIn(Network network) {
        return pace.count("sign-in", network.value(), signIns);
    }

    /** Counts a sign-up. */
    void signUp(Network network, EmailAddress address) {
        pace.count("sign-up", network.value(), signUps);
        letter(network, address);
    }

    /** Counts a letter that somebody wants to have sent to an address. */
    void letter(Network network, EmailAddress address) {
        pace.count("letter", network.value(), lettersPerNetwork);
        letter(address);
    }

    /** Counts a letter that somebody wants to have sent to their own address. */
    void letter(EmailAddress address) {
        pace.count("letter-to", address.folded(), lettersPerAddress);
    }
}
