package dev.posthorn.cli.process;

import java.util.concurrent.CountDownLatch;

/** Tells a command that runs on and on when it is time to end. */
public interface StopSignal {
    /**
     * Returns when the process is asked to end and {@code finish} has run; until then the process
     * is held back.
     */
    void await(Runnable finish) throws InterruptedException;

    /** SIGTERM and Ctrl-C. */
    StopSignal OF_PROCESS =
            finish -> {
                var asked = new CountDownLatch(1);
                var finished = new CountDownLatch(1);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> hold(asked, finished)));
                asked.await();
                try {
                    finish.run();
                } finally {
                    finished.countDown();
                }
            };

    private static void hold(CountDownLatch asked, CountDownLatch finished) {
        asked.countDown();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
