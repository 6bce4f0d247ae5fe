package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.NamedByTests;
import dev.posthorn.server.dns.ScriptedNameServer;
import dev.posthorn.server.egress.IpLiteral;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.settings.Known;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A name that leads elsewhere each time it is asked for: at the making of an endpoint, its test, a
 * delivery. 127.0.0.2 plays the public receiver, 127.0.0.1 the inside that nobody must reach.
 */
class RebindingTest {
    private static final InetAddress OUTSIDE = IpLiteral.parse("127.0.0.2").orElseThrow();
    private static final InetAddress INSIDE = IpLiteral.parse("127.0.0.1").orElseThrow();
    private static final String NAME = "rebound.example.com";

    private final ScriptedNameServer names = new ScriptedNameServer();
    private final ScriptedReceiver inside = ScriptedReceiver.listening(Script.status(200));
    private final ScriptedReceiver outside =
            ScriptedReceiver.listeningOn(
                    new InetSocketAddress(OUTSIDE, inside.port()), Script.status(200));
    private WholeServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server =
                WholeServer.of(
                        NamedByTests.start(
                                WholeServer.settings(folder)
                                        .with(Known.EGRESS_ALLOW, "127.0.0.2/32")
                                        .with(Known.EGRESS_PORTS, "*"),
                                names));
    }

    @AfterEach
    void stop() {
        server.close();
        outside.close();
        inside.close();
        names.close();
    }

    @Test
    void a_name_nobody_knows_is_taken_and_never_looked_up_before_its_test() {
        ApiCall.Answer made = create(",'state':'deactivated'");

        assertThat(made.status()).isEqualTo(201);
        assertThat(names.asked()).isEmpty();
    }

    @Test
    void one_that_leads_inside_at_the_test_is_invalid_and_does_not_say_where_it_led() {
        names.knows(NAME, 0, INSIDE);
        ApiCall.Answer made = create("");
        String path = "/configs/webhook/" + made.at("id");

        await(() -> server.call().get(path).at("state").equals("invalid"));

        assertThat(server.call().get(path).at("state_reason"))
                .contains("egress-allow")
                .doesNotContain("127.0.0.1")
                .doesNotContain("private");
        assertThat(server.call().get("/attempts?webhook_config=" + made.at("id")).text())
                .doesNotContain("'ip':'127")
                .contains("address-not-allowed");
        assertThat(inside.connections()).isZero();
    }

    @Test
    void one_that_moves_inside_after_its_test_gets_no_delivery() {
        names.knows(NAME, 0, OUTSIDE);
        ApiCall.Answer made = create("");
        String path = "/configs/webhook/" + made.at("id");
        await(() -> server.call().get(path).at("state").equals("valid"));
        int before = outside.connections();
        assertThat(before).isPositive();

        names.knows(NAME, 0, INSIDE);
        // What the server knew may hold for a second; then every delivery is refused.
        await(() -> {
            publish();
            return server.call().get("/attempts?limit=100").text().contains("address-not-allowed");
        });
        assertThat(server.call().get(path).at("state")).isEqualTo("valid");
        assertThat(inside.connections()).isZero();
    }

    private ApiCall.Answer create(String more) {
        return server.call()
                .post("/configs/webhook", "{'url':'" + outside.url(NAME, "/") + "'" + more + "}");
    }

    private void publish() {
        server.call().post("/events", "{'type':'user.updated','data':{}}");
    }

    private static void await(BooleanSupplier happened) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
        }
    }
}
