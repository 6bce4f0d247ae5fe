package dev.posthorn.server.dns;

import dev.posthorn.server.dns.NameAnswer.Found;
import dev.posthorn.server.dns.NameAnswer.NoAnswer;
import dev.posthorn.server.dns.NameAnswer.NotFound;
import dev.posthorn.server.dns.NameAnswer.TooMany;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverTimeoutException;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.util.concurrent.Future;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.transport.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks the system's name servers from the loop itself, by Netty's resolver. The JDK's would block a
 * thread for up to 10 s a name, so that a few names with dead servers could stop all the others; it
 * also hides how long an answer may be kept. The hosts file is honoured, search domains are not.
 */
public final class NettyLookup implements NameLookup, AutoCloseable {
    /** One query to one server; a second server still gets its turn within a usual deadline. */
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(2);

    /** A chain of aliases longer than this leads nowhere. */
    private static final int MAX_QUERIES_PER_NAME = 16;

    private final Context context;
    private final TimeToLiveNotes notes = new TimeToLiveNotes();
    private final DnsNameResolver resolver;

    public NettyLookup(Vertx vertx, Context context) {
        this(vertx, context, DnsServerAddressStreamProviders.platformDefault(), QUERY_TIMEOUT);
    }

    /** Asks these name servers instead of the system's. */
    public NettyLookup(
            Vertx vertx,
            Context context,
            DnsServerAddressStreamProvider servers,
            Duration queryTimeout) {
        this.context = context;
        Transport transport = ((VertxInternal) vertx).transport();
        this.resolver =
                new DnsNameResolverBuilder(((ContextInternal) context).nettyEventLoop())
                        .datagramChannelFactory(transport.datagramChannelFactory())
                        .socketChannelFactory(
                                () -> (SocketChannel) transport.channelFactory(false).newChannel())
                        .nameServerProvider(servers)
                        .resolveCache(notes)
                        .cnameCache(NoopDnsCnameCache.INSTANCE)
                        .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
                        // Both families, always: one forbidden address condemns the whole answer.
                        .completeOncePreferredResolved(false)
                        .searchDomains(List.of())
                        .ndots(1)
                        .queryTimeoutMillis(queryTimeout.toMillis())
                        .maxQueriesPerResolve(MAX_QUERIES_PER_NAME)
                        .build();
    }

    @Override
    public void lookup(String name, Consumer<NameAnswer> answer) {
        Future<List<InetAddress>> query = resolver.resolveAll(name);
        query.addListener(done -> {
            NameAnswer result = answer(name, query);
            context.runOnContext(_ -> answer.accept(result));
        });
    }

    @Override
    public void close() {
        resolver.close();
    }

    private NameAnswer answer(String name, Future<List<InetAddress>> query) {
        Duration timeToLive = notes.take(name);
        if (!query.isSuccess()) {
            return failure(query.cause());
        }
        List<InetAddress> addresses = query.getNow();
        if (addresses.isEmpty()) {
            return new NotFound();
        }
        return addresses.size() > TooMany.MOST ? new TooMany() : new Found(addresses, timeToLive);
    }

    /** Netty reports all failures as an unknown host and says more in the causes. */
    private static NameAnswer failure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DnsErrorCauseException error
                    && !error.getCode().equals(DnsResponseCode.NXDOMAIN)) {
                return new NoAnswer();
            }
            if (cause instanceof DnsNameResolverTimeoutException) {
                return new NoAnswer();
            }
        }
        return new NotFound();
    }
}
