package dev.posthorn.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Closes what a start that failed had already opened, last first. */
final class Unwinding {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T with(T part) {
        opened.push(part);
        return part;
    }

    <T> T with(T part, Consumer<T> close) {
        opened.push(() -> close.accept(part));
        return part;
    }

    /** What fails to close is noted with {@code cause}. */
    void unwind(RuntimeException cause) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                cause.addSuppressed(e);
            }
        }
    }
}
