package io.orderflow.faults.wires;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/// One direction of one connection: a reader, a bounded queue, and a writer that waits until what is first may pass.
///
/// While the wire is silent the queue fills, then nothing is read any more, and the sender's own buffers fill: what a
/// partition does to a sender.
final class Lane {
    /// How many bytes may wait in one lane: a delay of 200 ms leaves it 5 MB/s.
    static final int ROOM = 1024 * 1024;

    static final int CHUNK = 16 * 1024;

    private enum Kind {
        DATA,
        END,
        RESET
    }

    private record Chunk(Kind kind, byte[] bytes, long due) {}

    private final Direction direction;
    private final Socket from;
    private final Socket to;
    private final Regime regime;
    private final Tally tally;
    private final long number;
    private final BlockingQueue<Chunk> queue = new LinkedBlockingQueue<>();
    private Condition jittering = new Condition.Whole();
    private RandomGenerator jitter = new SplittableRandom();
    private final Semaphore room = new Semaphore(ROOM);

    Lane(Direction direction, Socket from, Socket to, Regime regime, Tally tally, long number) {
        this.direction = direction;
        this.from = from;
        this.to = to;
        this.regime = regime;
        this.tally = tally;
        this.number = number;
    }

    /// Reads to the end, which is the last chunk.
    void read() throws InterruptedException {
        byte[] buffer = new byte[CHUNK];
        try {
            var in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                byte[] bytes = new byte[read];
                System.arraycopy(buffer, 0, bytes, 0, read);
                Condition condition = regime.now();
                tally.came(read, condition, direction);
                long due = due(condition);
                room.acquire(read);
                queue.add(new Chunk(Kind.DATA, bytes, due));
            }
            queue.add(new Chunk(Kind.END, new byte[0], due(regime.now())));
        } catch (IOException _) {
            queue.add(new Chunk(Kind.RESET, new byte[0], due(regime.now())));
        }
    }

    private long due(Condition condition) {
        long now = System.nanoTime();
        if (!(condition instanceof Condition.Slow slow)) {
            return now;
        }
        if (!slow.equals(jittering)) {
            jittering = slow;
            jitter = new SplittableRandom(slow.seed() + number);
        }
        long least = slow.least().toNanos();
        return now + least + jitter.nextLong(slow.most().toNanos() - least + 1);
    }

    /// Writes until the end has been written. Once the other side takes nothing more, the rest is lost; that it takes
    /// nothing is for the lane of the other direction to pass on.
    void write() throws InterruptedException {
        boolean taken = true;
        while (true) {
            Chunk chunk = queue.take();
            Thread.sleep(Duration.ofNanos(Math.max(0, chunk.due() - System.nanoTime())));
            regime.awaitPassage(direction);
            if (chunk.kind() != Kind.DATA) {
                end(chunk.kind());
                return;
            }
            taken = taken && wrote(chunk.bytes());
            room.release(chunk.bytes().length);
        }
    }

    /// Bytes that have come and not got out.
    int inside() {
        return ROOM - room.availablePermits();
    }

    private boolean wrote(byte[] bytes) {
        try {
            to.getOutputStream().write(bytes);
            tally.left(bytes.length);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void end(Kind kind) {
        if (kind == Kind.RESET) {
            Crossing.abort(to);
            return;
        }
        try {
            to.shutdownOutput();
        } catch (IOException _) {
            // there is nobody left to tell
        }
    }
}
