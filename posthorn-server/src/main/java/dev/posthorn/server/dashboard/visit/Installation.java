package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The server the dashboard belongs to.
 *
 * @param port on which it listens, once it does
 */
public record Installation(Settings settings, IntSupplier port) {
    /** Whether people reach us by https. */
    public boolean tls() {
        return settings.publicUrl().getScheme().equals("https");
    }

    /** Whose pages may hold a portal's. */
    public List<String> portalOrigins() {
        return settings.get(Known.PORTAL_ORIGINS);
    }

    /** What links begin with; empty when nobody said where people reach us. */
    public Optional<String> reachedAt() {
        return settings.reachedAt(port.getAsInt());
    }
}
