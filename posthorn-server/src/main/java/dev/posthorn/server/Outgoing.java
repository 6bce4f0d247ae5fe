package dev.posthorn.server;

import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.profile.own.OwnProfiles;
import dev.posthorn.server.dns.NettyLookup;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.sender.SenderSettings;
import dev.posthorn.server.sender.VertxSender;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.token.TokenSender;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The way out: what requests look like, where they may go, and who sends them. */
record Outgoing(
        Profiles profiles,
        SenderIdentity identity,
        EgressSettings egress,
        VertxSender connections,
        TokenSender sender,
        NettyLookup names)
        implements AutoCloseable {

    /** {@code loop}: the engine's. */
    static Outgoing open(
            Vertx vertx,
            Context loop,
            NettyLookup names,
            Settings settings,
            Storage storage,
            OwnProfiles own) {
        EgressSettings egress =
                new EgressSettings(
                        settings.get(Known.EGRESS_ALLOW),
                        settings.get(Known.EGRESS_PORTS),
                        settings.get(Known.HTTPS_ONLY));
        SenderSettings sending =
                new SenderSettings(
                        egress,
                        settings.maxInFlight(),
                        null,
                        settings.find(Known.EGRESS_PROXY).orElse(null));
        VertxSender plain = new VertxSender(vertx, loop, sending, names);
        return new Outgoing(
                BuiltInProfiles.with(own),
                new SenderIdentity(
                        settings.userAgent(), settings.publicUrl().getHost(), storage.ids()),
                egress,
                plain,
                new TokenSender(plain, vertx, loop, settings.userAgent()),
                names);
    }

    @Override
    public void close() {
        connections.close().await();
        names.close();
    }
}
