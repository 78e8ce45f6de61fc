package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.kernel.DiskRoom;
import org.kvartal.kernel.Outage;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** While the database is away nobody waits for it, and a proxy sends nobody. */
class DatabaseWatchTests {

    @Test
    void anOutageIsKnownAtOnceAndNobodyWaitsInIt(@TempDir Path folder) throws SQLException {
        EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL);
        String url = server.url(EmbeddedServer.DATABASE);
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setUrl(url);
        pool.setUser(server.application().name());
        pool.setPassword(server.application().password());
        DatabaseWatch watch = new DatabaseWatch(details(url, server), Duration.ofHours(1));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("watch", watch);
        ImpatientPool impatient = new ImpatientPool(
                pool, beans.getBeanProvider(DatabaseWatch.class), beans.getBeanProvider(DiskRoom.class));
        DatabaseHealth health = new DatabaseHealth(watch);
        watch.ask();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        impatient.getConnection().close();

        server.close();
        watch.ask();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).isEmpty();
        assertThatThrownBy(impatient::getConnection)
                .isInstanceOf(SQLTransientConnectionException.class)
                .satisfies(away -> assertThat(Outage.behind(away)).isTrue());
    }

    private static JdbcConnectionDetails details(String url, EmbeddedServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return server.application().name();
            }

            @Override
            public String getPassword() {
                return server.application().password();
            }
        };
    }
}
