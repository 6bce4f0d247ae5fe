package dev.posthorn.server.api.portal;

import dev.posthorn.core.user.PortalPass;
import java.time.Duration;
import java.util.Optional;

/** Makes one-time links to portals. */
public interface PortalLinks {
    /**
     * The URL of a new link that works once; empty when nobody knows under which URL people reach
     * this server.
     */
    Optional<String> make(PortalPass pass, Duration life, long nowMs);
}
