package org.kvartal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to the database, which can be cut and mended: what a broken cable or a stopped server does to those who are connected. */
final class Relay implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    /** @param target the port of this machine to which it leads */
    Relay(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        serve(door);
    }

    int port() {
        return port;
    }

    /** Ends all connections; new ones are refused. */
    void cut() throws IOException {
        door.close();
        open.forEach(Relay::end);
    }

    void mend() throws IOException {
        ServerSocket anew = new ServerSocket();
        anew.setReuseAddress(true);
        anew.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        door = anew;
        serve(anew);
    }

    private void serve(ServerSocket listening) {
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket client = listening.accept();
                    open.add(client);
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(server);
                    Thread.ofVirtual().start(() -> carry(client, server));
                    Thread.ofVirtual().start(() -> carry(server, client));
                } catch (IOException closed) {
                    // cut, or the target is away: the client notices by itself
                }
            }
        });
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException broken) {
            // the other side is ended below
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is gone either way
        }
    }

    @Override
    public void close() {
        try {
            cut();
        } catch (IOException gone) {
            // it is gone either way
        }
    }
}
