package dev.posthorn.cli.connection;

import java.time.Instant;

/** A point in time as people give it: an instant, or how long ago. */
@FunctionalInterface
public interface Moment {
    Instant at(Instant now);
}
