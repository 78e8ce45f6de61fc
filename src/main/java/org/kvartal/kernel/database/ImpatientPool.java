package org.kvartal.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.DiskRoom;
import org.kvartal.kernel.RequestNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool of connections, which refuses at once while the database is known to be away. It would else keep everybody waiting for as long as a
 * crowd may take, and requests would pile up behind a door that does not open. Where there is no room left on the disk, what people ask for can read
 * only; what the house does by itself goes on with the reserve.
 */
class ImpatientPool extends DelegatingDataSource {

    /** How long one waits in a crowd until somebody gives a connection back. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectProvider<DatabaseWatch> watch;
    private final ObjectProvider<DiskRoom> room;
    private final Duration patience;

    /** Asked for once: a house that closes makes none any more. */
    private volatile @Nullable DatabaseWatch known;

    private volatile @Nullable DiskRoom disk;

    ImpatientPool(DataSource pool, ObjectProvider<DatabaseWatch> watch, ObjectProvider<DiskRoom> room) {
        this(pool, watch, room, PATIENCE);
    }

    ImpatientPool(
            DataSource pool, ObjectProvider<DatabaseWatch> watch, ObjectProvider<DiskRoom> room, Duration patience) {
        super(pool);
        this.watch = watch;
        this.room = room;
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        DatabaseWatch found = known;
        if (found == null) {
            found = watch.getObject();
            known = found;
        }
        Connection connection = await(found);
        if (RequestNumber.current().isPresent() && room().isFull()) {
            readOnly(connection);
        }
        return connection;
    }

    /** In stretches: who has begun to wait before the outage was known waits no longer than it takes to know of it. */
    private Connection await(DatabaseWatch presence) throws SQLException {
        long begun = System.nanoTime();
        while (true) {
            if (presence.isAway()) {
                throw new SQLTransientConnectionException("the database is away", "08001");
            }
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException crowded) {
                if (System.nanoTime() - begun >= patience.toNanos()) {
                    throw crowded;
                }
            }
        }
    }

    /** Holds for its transactions, without asking the server; the pool takes it back with the connection. */
    private static void readOnly(Connection connection) throws SQLException {
        try {
            connection.setReadOnly(true);
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    private DiskRoom room() {
        DiskRoom found = disk;
        if (found == null) {
            found = room.getObject();
            disk = found;
        }
        return found;
    }

    @Configuration(proxyBeanMethods = false)
    static class Door {

        @Bean
        static BeanPostProcessor impatience(ObjectProvider<DatabaseWatch> watch, ObjectProvider<DiskRoom> room) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool && name.equals("dataSource")
                            ? new ImpatientPool(pool, watch, room)
                            : bean;
                }
            };
        }
    }
}
