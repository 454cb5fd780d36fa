package id.kulkul.web.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Strangers who come at a fixed pace, whatever the server does, each on a connection of its own; only so many at once,
 * only to this machine, and all of them leave when the attack is closed.
 */
final class Strangers implements AutoCloseable {
    /** What one of them does with its connection; afterwards it waits until the server closes. */
    interface Behaviour {
        void on(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    /** Threads of the system, since one that only writes would let no other of its own kind run. */
    private static final long STACK = 128 * 1024;

    private final InetSocketAddress server;
    private final Behaviour behaviour;
    private final int mostAtOnce;
    private final Set<Socket> here = ConcurrentHashMap.newKeySet();
    private final AtomicInteger came = new AtomicInteger();
    private final ExecutorService strangers = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().stackSize(STACK).factory());
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> coming;

    Strangers(int port, int aSecond, int mostAtOnce, Behaviour behaviour) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.mostAtOnce = mostAtOnce;
        this.behaviour = behaviour;
        coming = pace.scheduleAtFixedRate(this::oneMore, 0, 1_000_000 / aSecond, TimeUnit.MICROSECONDS);
    }

    private void oneMore() {
        if (here.size() >= mostAtOnce) return;
        Socket socket = new Socket();
        here.add(socket);
        strangers.execute(() -> come(socket));
    }

    private void come(Socket stranger) {
        try (Socket socket = stranger) {
            socket.connect(server, 5_000);
            came.incrementAndGet();
            behaviour.on(socket, socket.getOutputStream());
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            return; // that is what the server may do with a stranger
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } finally {
            here.remove(stranger);
        }
    }

    int came() {
        return came.get();
    }

    @Override
    public void close() throws IOException {
        coming.cancel(false);
        pace.shutdownNow();
        for (Socket one : here) one.close();
        strangers.shutdownNow();
    }
}
