package org.kvartal.accounts.domain;

import java.time.Instant;
import org.kvartal.kernel.AfterRestore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends all sign-ins in a restored house: those that were ended after the backup, on a lost phone, must not come to life again. */
@Component
class SignInsOfABackup implements AfterRestore {

    private final JdbcClient jdbc;

    SignInsOfABackup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Instant keptAt) {
        jdbc.sql("DELETE FROM sign_in").update();
    }
}
