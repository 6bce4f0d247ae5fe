package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.log.LogUnavailableException;
import dev.posthorn.server.store.scan.ReadConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Platform threads with a read-only connection each. Whoever asks waits, best on a virtual thread;
 * what takes too long is interrupted, and no more than {@link #MAX_WAITING} wait in line.
 */
public final class SqliteReaders implements AutoCloseable {
    /** More would leave the two cores of a small machine to lists rather than to deliveries. */
    public static final int THREADS = 2;

    /** A statement that runs longer holds up checkpoints and everyone behind it. */
    public static final Duration LIMIT = Duration.ofSeconds(2);

    /** With reads of a millisecond or two, half a second's worth. */
    static final int MAX_WAITING = 256;

    private final BlockingQueue<Question<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final List<Thread> threads = new ArrayList<>();
    private final SqliteReadConnection.Source source;
    private final LongSupplier nanoTime;
    private volatile boolean closed;

    public SqliteReaders(SqliteReadConnection.Source source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().name("posthorn-reader-" + i).start(this::answer));
        }
    }

    /**
     * Runs {@code read} on a reader's thread within one read transaction and returns what it
     * answers.
     *
     * @throws LogUnavailableException when too many wait, it took too long or the store is away
     */
    public <T> T read(ReadConnection.Read<T> read) {
        Question<T> question = new Question<>(read);
        if (!waiting.offer(question)) {
            throw new LogUnavailableException("too many are reading the log", null);
        }
        if (closed) {
            turnAway();
        }
        try {
            return question.answer().join();
        } catch (CompletionException e) {
            throw failure(e.getCause());
        }
    }

    /** The store's failures are to be expected, all others are ours. */
    private static RuntimeException failure(@Nullable Throwable cause) {
        return cause instanceof RuntimeException fault
                ? fault
                : new LogUnavailableException("the log cannot be read", cause);
    }

    private void answer() {
        try (SqliteReadConnection connection = new SqliteReadConnection(source, nanoTime, LIMIT)) {
            while (!closed) {
                waiting.take().answer(connection);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            turnAway();
        }
    }

    private void turnAway() {
        List<Question<?>> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(question -> question.refuse("the log is closed"));
    }

    /** Ends the threads; whoever still waits is turned away. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        turnAway();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
