package dev.posthorn.server.sender;

import dev.posthorn.server.dns.NameLookup;
import dev.posthorn.server.egress.AddressPolicy;
import io.vertx.core.Context;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** What all exchanges of one sender share, on its one loop. */
record SenderLoop(
        Context context,
        NameLookup names,
        AddressPolicy addresses,
        Connections connections,
        Deadlines deadlines,
        LongSupplier nanoTime,
        InstantSource wallClock) {
    long nanos() {
        return nanoTime.getAsLong();
    }
}
