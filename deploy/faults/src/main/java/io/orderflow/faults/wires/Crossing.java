package io.orderflow.faults.wires;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// One connection along a wire: the socket of the one who connected, and ours to the target.
final class Crossing {
    private static final int CONNECT_MILLIS = 5000;

    private final Socket near;
    private final Socket far = new Socket();
    private final Target target;
    private final Regime regime;
    private final Tally tally;
    private final Lane there;
    private final Lane back;
    private final AtomicBoolean cut = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param number of the connection on its wire, from 1
    Crossing(long number, Socket near, Target target, Regime regime, Tally tally) {
        this.near = near;
        this.target = target;
        this.regime = regime;
        this.tally = tally;
        there = new Lane(Direction.THERE, near, far, regime, tally, 2 * number);
        back = new Lane(Direction.BACK, far, near, regime, tally, 2 * number + 1);
    }

    /// Carries until both sides have ended.
    ///
    /// @param afterwards told once, when both sockets are closed
    void start(Consumer<Crossing> afterwards) {
        try {
            threads.execute(() -> {
                run();
                afterwards.accept(this);
            });
        } catch (RejectedExecutionException _) {
            reset(); // cut before it began
            afterwards.accept(this);
        }
    }

    private void run() {
        try {
            reach();
            carry();
            close(near);
            close(far);
        } catch (InterruptedException | RejectedExecutionException _) {
            reset(); // cut
        } catch (IOException _) {
            reset(); // nobody there: who connected is told so as the target's machine would tell
        } finally {
            threads.shutdown();
        }
    }

    private void reach() throws IOException, InterruptedException {
        if (regime.now().silences(Direction.THERE)) {
            tally.stranded();
            regime.awaitPassage(Direction.THERE);
        }
        far.connect(target.address(), CONNECT_MILLIS);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
    }

    private void carry() throws InterruptedException {
        threads.invokeAll(List.of(task(there::read), task(there::write), task(back::read), task(back::write)));
    }

    /// Resets both sides at once.
    void cut() {
        if (cut.compareAndSet(false, true)) {
            tally.reset();
            reset();
            threads.shutdownNow();
        }
    }

    int inside() {
        return there.inside() + back.inside();
    }

    private void reset() {
        abort(near);
        abort(far);
    }

    /// Closes with an RST instead of a FIN.
    static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // it is closed already
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is of no use any more, either way
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private static Callable<Boolean> task(Step step) {
        return () -> {
            step.run();
            return true;
        };
    }
}
