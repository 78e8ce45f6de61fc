package org.kvartal.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that an act sends to the database from its own thread. A test {@code @Import}s it and asks {@link #during}: lists
 * and pages take a constant number, however much they show.
 */
public class SqlCounter implements BeanPostProcessor {

    private static final Set<String> SENDING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

    /** The statements that the act sends, in their order. */
    public static List<String> during(Runnable act) {
        return during(() -> {
                    act.run();
                    return "";
                })
                .statements();
    }

    /** What the act returns, and the statements that it sends. */
    public static <T> Counted<T> during(Supplier<T> act) {
        List<String> statements = new ArrayList<>();
        HEARD.set(statements);
        try {
            return new Counted<>(act.get(), List.copyOf(statements));
        } finally {
            HEARD.remove();
        }
    }

    public record Counted<T>(T result, List<String> statements) {}

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? new Counting(dataSource) : bean;
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource counted) {
            super(counted);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counting(super.getConnection());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return counting(super.getConnection(user, password));
        }
    }

    private static Connection counting(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement prepared && arguments != null) {
                return proxy(PreparedStatement.class, counting(prepared, (String) arguments[0]));
            }
            return result instanceof Statement statement ? proxy(Statement.class, counting(statement, null)) : result;
        });
    }

    private static InvocationHandler counting(Statement statement, @Nullable String sql) {
        return (_, method, arguments) -> {
            List<String> heard = HEARD.get();
            if (heard != null && SENDING.contains(method.getName())) {
                heard.add(sql != null ? sql : arguments == null ? "batch" : String.valueOf(arguments[0]));
            }
            return invoke(statement, method, arguments);
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SqlCounter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
