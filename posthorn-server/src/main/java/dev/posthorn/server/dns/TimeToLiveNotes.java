package dev.posthorn.server.dns;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.resolver.dns.DnsCache;
import io.netty.resolver.dns.DnsCacheEntry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes how long an answer may be kept. Netty tells only its cache, so this stands in the cache's
 * place and keeps nothing else; {@link CachedLookup} is the cache.
 */
final class TimeToLiveNotes implements DnsCache {
    /** For answers that carry no time, such as those from the hosts file. */
    private static final Duration UNKNOWN = Duration.ofSeconds(5);

    /** Notes are taken within moments; more can only be notes of answers nobody waits for. */
    private static final int MAX_NOTES = 10_000;

    private final Map<String, Long> seconds = new HashMap<>();

    /** The shortest time any of the name's addresses carried; forgets it. */
    Duration take(String name) {
        Long noted = seconds.remove(name);
        return noted == null ? UNKNOWN : Duration.ofSeconds(noted);
    }

    @Override
    public DnsCacheEntry cache(
            String hostname,
            DnsRecord[] additionals,
            InetAddress address,
            long originalTtl,
            EventLoop loop) {
        if (seconds.size() >= MAX_NOTES) {
            seconds.clear();
        }
        seconds.merge(hostname, originalTtl, Math::min);
        return new Uncached(address, null);
    }

    @Override
    public DnsCacheEntry cache(
            String hostname, DnsRecord[] additionals, Throwable cause, EventLoop loop) {
        return new Uncached(null, cause);
    }

    @Override
    public List<? extends DnsCacheEntry> get(String hostname, DnsRecord[] additionals) {
        return List.of();
    }

    @Override
    public void clear() {
        seconds.clear();
    }

    @Override
    public boolean clear(String hostname) {
        return seconds.remove(hostname) != null;
    }

    private record Uncached(@Nullable InetAddress address, @Nullable Throwable cause)
            implements DnsCacheEntry {}
}
