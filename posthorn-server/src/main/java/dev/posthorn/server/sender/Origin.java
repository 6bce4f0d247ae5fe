package dev.posthorn.server.sender;

import dev.posthorn.server.dns.NameAnswer.Found;
import dev.posthorn.server.egress.AddressPolicy;
import dev.posthorn.server.egress.ReceiverUrl;
import dev.posthorn.server.egress.Refusal;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of receivers, the addresses found good for them, and the connections kept
 * to them. Belongs to one loop.
 */
final class Origin implements Recipient {
    private final ReceiverUrl url;
    private final @Nullable OneCertificate certificate;
    private final String hostHeader;
    private final HostAndPort authority;
    private final Deque<Connection> idle = new ArrayDeque<>(4);
    private final List<Connection> shared = new ArrayList<>(0);
    private List<InetAddress> addresses;
    private @Nullable Found vetted;
    private @Nullable Dial dial;
    private boolean speaksHttp2;
    private boolean forgotten;

    /** {@code url} passed the policy, so a literal in it is an address that may be connected to. */
    Origin(ReceiverUrl url, @Nullable OneCertificate certificate) {
        this.url = url;
        this.certificate = certificate;
        this.hostHeader = url.authority();
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        this.authority = HostAndPort.authority(host, url.port());
        this.addresses = url.literal() == null ? List.of() : List.of(url.literal());
    }

    boolean tls() {
        return url.tls();
    }

    /** To be shown to it, null for none. */
    @Nullable OneCertificate certificate() {
        return certificate;
    }

    String host() {
        return url.host();
    }

    int port() {
        return url.port();
    }

    /** Text of {@code Host}. */
    String hostHeader() {
        return hostHeader;
    }

    /** For HTTP/2's {@code :authority}. */
    HostAndPort authority() {
        return authority;
    }

    boolean isLiteral() {
        return url.literal() != null;
    }

    /** What may be connected to, best first; empty before the name was looked up. */
    List<InetAddress> addresses() {
        return addresses;
    }

    /** Takes the addresses of its name, unless one of them is forbidden: then none is used. */
    Optional<Refusal> resolved(Found found, AddressPolicy policy) {
        if (Objects.equals(found, vetted)) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = policy.checkAll(host(), found.addresses());
        vetted = refusal.isPresent() ? null : found;
        addresses = refusal.isPresent() ? List.of() : found.addresses();
        return refusal;
    }

    /** This address did not connect: the others come first from now on. */
    void demote(InetAddress address) {
        List<InetAddress> others = new ArrayList<>(addresses);
        if (others.remove(address)) {
            others.add(address);
            addresses = List.copyOf(others);
        }
    }

    /** Connections of HTTP/1.1 that wait, the latest used first. */
    Deque<Connection> idle() {
        return idle;
    }

    /** Connections of HTTP/2, which carry many requests at once. */
    List<Connection> shared() {
        return shared;
    }

    /** Whether the last connection made was one that many requests share. */
    boolean speaksHttp2() {
        return speaksHttp2;
    }

    /** A connection under way that others may share. */
    @Nullable Dial dial() {
        return dial;
    }

    void dialing(Dial underWay) {
        dial = underWay;
    }

    void dialed(Dial ended, boolean http2) {
        speaksHttp2 = http2;
        if (dial == ended) {
            dial = null;
        }
    }

    /** Not looked up by its URL any more: what comes back to it is not kept. */
    boolean isForgotten() {
        return forgotten;
    }

    void forget() {
        forgotten = true;
    }
}
