package org.kvartal.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
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

    private final ObjectProvider<DatabaseWatch> watch;
    private final ObjectProvider<DiskRoom> room;

    /** Asked for once: a house that closes makes none any more. */
    private volatile @Nullable DatabaseWatch known;

    private volatile @Nullable DiskRoom disk;

    ImpatientPool(DataSource pool, ObjectProvider<DatabaseWatch> watch, ObjectProvider<DiskRoom> room) {
        super(pool);
        this.watch = watch;
        this.room = room;
    }

    @Override
    public Connection getConnection() throws SQLException {
        DatabaseWatch found = known;
        if (found == null) {
            found = watch.getObject();
            known = found;
        }
        if (found.isAway()) {
            throw new SQLTransientConnectionException("the database is away", "08001");
        }
        Connection connection = super.getConnection();
        if (RequestNumber.current().isPresent() && room().isFull()) {
            readOnly(connection);
        }
        return connection;
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
