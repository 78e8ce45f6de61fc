package org.kvartal.kernel.database;

import java.nio.file.Path;
import java.util.List;
import org.kvartal.kernel.Schema;

/** A server as houses start their own, for several programs over one database. */
public final class SharedServer implements AutoCloseable {

    private final EmbeddedServer server;

    private SharedServer(EmbeddedServer server) {
        this.server = server;
    }

    /** @param folder for its data, empty or not there */
    public static SharedServer start(Path folder) {
        return new SharedServer(EmbeddedServer.start(folder));
    }

    /** What a program is told so that it uses this server. */
    public List<String> settings() {
        return List.of(
                "--kvartal.db.url=" + server.url(EmbeddedServer.DATABASE),
                "--kvartal.db.user=" + server.application().name(),
                "--kvartal.db.password=" + server.application().password(),
                "--kvartal.db.owner-user=" + server.owner().name(),
                "--kvartal.db.owner-password=" + server.owner().password());
    }

    public Schema schema() {
        return TrialDatabase.schema(server.url(EmbeddedServer.DATABASE), server.owner(), server.application());
    }

    @Override
    public void close() {
        server.close();
    }
}
