package dev.posthorn.bench.subject;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A program under test, running in a process of its own. */
public interface Subject extends AutoCloseable {
    long pid();

    /** Where it takes {@code POST /events}. */
    InetSocketAddress address();

    /** What a publisher shows it. */
    String token();

    /** Where it keeps its data; complete only after {@link #close}. */
    Path folder();

    /** Deliveries that wait or are under way, as far as it says. */
    long pending();

    /** What it says of all that has not arrived. */
    Books books();

    /** Ends the process as {@code kill -9} does. */
    void kill();

    /** Ends the process in good order. */
    @Override
    void close();
}
