package dev.posthorn.server.settings;

import java.util.List;

/**
 * What {@code --dev} changes: receivers on loopback and on any port, and a server nobody else can
 * reach.
 */
public final class DevMode {
    private static final String LOOPBACK = "127.0.0.0/8,::1/128";

    private DevMode() {}

    /** Throws {@link SettingsException} when the server would listen anywhere but on loopback. */
    public static Settings of(Settings settings) {
        ListenAddress listen = settings.get(Known.LISTEN);
        if (!listen.isLoopback()) {
            throw new SettingsException(
                    List.of(
                            "--dev listens on loopback only, not on "
                                    + listen
                                    + ": leave out --dev, or listen on 127.0.0.1:"
                                    + listen.port()));
        }
        String allowed = settings.text(Known.EGRESS_ALLOW);
        return settings.with(
                        Known.EGRESS_ALLOW, allowed.isEmpty() ? LOOPBACK : allowed + "," + LOOPBACK)
                .with(Known.EGRESS_PORTS, "*");
    }
}
