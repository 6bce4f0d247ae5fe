package dev.posthorn.server.hostile.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.egress.IpLiteral;
import dev.posthorn.server.egress.ReceiverUrl;
import dev.posthorn.server.egress.UrlPolicy;
import dev.posthorn.server.egress.UrlReading;
import dev.posthorn.server.sender.ScriptedNames;
import dev.posthorn.server.sender.SenderSettings;
import dev.posthorn.server.sender.TestSender;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be sent to is taken, and dialled at exactly the address that was judged. */
class WelcomeUrlTest {
    private static final InetAddress PUBLIC = IpLiteral.parse("1.2.3.4").orElseThrow();

    private static final Wiretap WIRE = new Wiretap();
    private static final ScriptedNames NAMES = new ScriptedNames();
    private static TestSender sender;

    @BeforeAll
    static void start() {
        sender =
                new TestSender(
                        WIRE.vertx(), new SenderSettings(EgressSettings.DEFAULTS, 100), NAMES);
    }

    @AfterAll
    static void stop() {
        sender.close();
    }

    static List<String> urls() {
        return Lines.of("welcome-urls.txt");
    }

    @ParameterizedTest
    @MethodSource("urls")
    void everybody_may_have_it_and_it_is_dialled_where_it_leads(String url) {
        UrlReading reading = new UrlPolicy(EgressSettings.DEFAULTS).read(url);
        assertThat(reading).isInstanceOf(ReceiverUrl.class);
        ReceiverUrl parts = (ReceiverUrl) reading;

        NAMES.answer(parts.host(), PUBLIC.getHostAddress());
        WIRE.dialled().clear();
        sender.post(url);

        InetAddress address = parts.literal() == null ? PUBLIC : parts.literal();
        assertThat(WIRE.dialled()).containsExactly(new InetSocketAddress(address, parts.port()));
    }
}
