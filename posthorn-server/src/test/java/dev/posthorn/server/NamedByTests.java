package dev.posthorn.server;

import dev.posthorn.server.dns.NettyLookup;
import dev.posthorn.server.dns.ScriptedNameServer;
import dev.posthorn.server.settings.Settings;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.time.Duration;

/** Starts a whole node that asks a test's name server about its receivers. */
public final class NamedByTests {
    private NamedByTests() {}

    public static Posthorn start(Settings settings, ScriptedNameServer server) {
        return Posthorn.start(
                settings,
                (vertx, loop) ->
                        new NettyLookup(
                                vertx,
                                loop,
                                new SingletonDnsServerAddressStreamProvider(server.address()),
                                Duration.ofSeconds(2)));
    }
}
