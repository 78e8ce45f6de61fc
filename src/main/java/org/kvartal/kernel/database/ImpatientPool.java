package org.kvartal.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool of connections, which refuses at once while the database is known to be away. It would else keep everybody waiting for as long as a
 * crowd may take, and requests would pile up behind a door that does not open.
 */
class ImpatientPool extends DelegatingDataSource {

    private final ObjectProvider<DatabaseWatch> watch;

    /** Asked for once: a house that closes makes none any more. */
    private volatile @Nullable DatabaseWatch known;

    ImpatientPool(DataSource pool, ObjectProvider<DatabaseWatch> watch) {
        super(pool);
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        DatabaseWatch found = known;
        if (found == null) {
            found = watch.getObject();
            known = found;
        }
        if (found.away()) {
            throw new SQLTransientConnectionException("the database is away", "08001");
        }
        return super.getConnection();
    }

    @Configuration(proxyBeanMethods = false)
    static class Door {

        @Bean
        static BeanPostProcessor impatience(ObjectProvider<DatabaseWatch> watch) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool && name.equals("dataSource")
                            ? new ImpatientPool(pool, watch)
                            : bean;
                }
            };
        }
    }
}
