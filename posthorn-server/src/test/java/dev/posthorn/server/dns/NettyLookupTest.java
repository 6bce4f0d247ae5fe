package dev.posthorn.server.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.dns.NameAnswer.Found;
import dev.posthorn.server.dns.NameAnswer.NoAnswer;
import dev.posthorn.server.dns.NameAnswer.NotFound;
import dev.posthorn.server.dns.NameAnswer.TooMany;
import dev.posthorn.server.egress.IpLiteral;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The resolver against a name server of our own. */
class NettyLookupTest {
    private static final InetAddress V4 = ip("192.0.2.1");
    private static final InetAddress OTHER_V4 = ip("192.0.2.2");
    private static final InetAddress V6 = ip("2001:db8::1");

    private final ScriptedNameServer server = new ScriptedNameServer();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
    private final NettyLookup lookup =
            new NettyLookup(
                    vertx,
                    context,
                    new SingletonDnsServerAddressStreamProvider(server.address()),
                    Duration.ofMillis(200));

    @AfterEach
    void close() {
        lookup.close();
        server.close();
        vertx.close().await();
    }

    @Test
    void finds_all_addresses_of_both_families_and_the_shortest_time_to_keep_them()
            throws Exception {
        server.knows("a.example.com", 42, V6, V4, OTHER_V4);

        assertThat(lookup("a.example.com"))
                .isEqualTo(new Found(List.of(V4, OTHER_V4, V6), Duration.ofSeconds(42)));
    }

    @Test
    void finds_names_with_ipv6_only() throws Exception {
        server.knows("six.example.com", 1, V6);

        assertThat(lookup("six.example.com"))
                .isEqualTo(new Found(List.of(V6), Duration.ofSeconds(1)));
    }

    @Test
    void asks_every_time_and_for_the_name_alone() throws Exception {
        server.knows("a.example.com", 42, V4);

        lookup("a.example.com");
        lookup("a.example.com");
        assertThat(server.asked()).hasSize(4).containsOnly("a.example.com");
    }

    @Test
    void tells_an_unknown_name_from_one_without_an_address() throws Exception {
        server.knows("empty.example.com", 42);

        assertThat(lookup("unknown.example.com")).isEqualTo(new NotFound());
        assertThat(lookup("empty.example.com")).isEqualTo(new NotFound());
        assertThat(server.asked()).doesNotContain("unknown.example.com.example.com");
    }

    @Test
    void keeps_no_answer_with_more_than_64_addresses() throws Exception {
        server.knows("many.example.com", 42, addresses(64));
        server.knows("toomany.example.com", 42, addresses(65));

        assertThat(((Found) lookup("many.example.com")).addresses()).hasSize(64);
        assertThat(lookup("toomany.example.com")).isEqualTo(new TooMany());
    }

    @Test
    void says_when_the_servers_did_not_answer() throws Exception {
        server.fails("broken.example.com", false);
        server.fails("silent.example.com", true);

        assertThat(lookup("broken.example.com")).isEqualTo(new NoAnswer());
        assertThat(lookup("silent.example.com")).isEqualTo(new NoAnswer());
    }

    @Test
    void answers_on_its_loop() throws Exception {
        CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
        context.runOnContext(
                _ -> lookup.lookup("a.example.com", _ -> onLoop.complete(context.inThread())));

        assertThat(onLoop.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private static InetAddress[] addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ip("9.9.9." + i))
                .toArray(InetAddress[]::new);
    }

    private NameAnswer lookup(String name) throws Exception {
        CompletableFuture<NameAnswer> answer = new CompletableFuture<>();
        context.runOnContext(_ -> lookup.lookup(name, answer::complete));
        return answer.get(20, TimeUnit.SECONDS);
    }

    private static InetAddress ip(String text) {
        return IpLiteral.parse(text).orElseThrow();
    }
}
