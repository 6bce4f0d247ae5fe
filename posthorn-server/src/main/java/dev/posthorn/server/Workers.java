package dev.posthorn.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads for work that blocks: writing configuration and what tests found. */
final class Workers implements AutoCloseable {
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-", 0).factory());

    void run(Runnable work) {
        threads.execute(work);
    }

    /** Waits for what was begun. */
    @Override
    public void close() {
        threads.close();
    }
}
