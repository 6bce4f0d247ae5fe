package dev.posthorn.server.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** What came of looking up a name. */
public sealed interface NameAnswer {
    /**
     * All addresses of both families, IPv4 first, at least one.
     *
     * @param timeToLive how long the name servers let it be kept
     */
    record Found(List<InetAddress> addresses, Duration timeToLive) implements NameAnswer {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }

    /** The name servers say there is no such name, or none with an address. */
    record NotFound() implements NameAnswer {}

    /** So many addresses that nobody honest needs them; kept, they would fill the memory. */
    record TooMany() implements NameAnswer {
        /** The biggest services name about twenty. */
        public static final int MOST = 64;
    }

    /** The name servers did not say. */
    record NoAnswer() implements NameAnswer {}
}
