package io.orderflow.messaging.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A way to the broker on which everything from the broker can be held up, as a lossy network or a frozen broker
/// does.
final class Bridge implements AutoCloseable {
    private final ServerSocket entrance;
    private final int broker;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean held;

    Bridge(int broker) throws IOException {
        this.broker = broker;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /// From now on the broker's answers do not come through.
    void hold() {
        set(true);
    }

    /// They come through again, those that were held too.
    void release() {
        set(false);
    }

    private void set(boolean hold) {
        lock.lock();
        try {
            held = hold;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), broker);
                sockets.addAll(List.of(client, server));
                Thread.ofVirtual().start(() -> carry(client, server, false));
                Thread.ofVirtual().start(() -> carry(server, client, true));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (answers) {
                    awaitOpen();
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException closed) {
            // one of the two has gone, and so does the other
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitOpen() throws InterruptedException {
        lock.lock();
        try {
            while (held) {
                opened.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        release();
        try {
            entrance.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
