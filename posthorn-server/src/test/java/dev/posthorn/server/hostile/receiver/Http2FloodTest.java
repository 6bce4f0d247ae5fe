package dev.posthorn.server.hostile.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.receivers.Http2Frames;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.receivers.TestCertificates;
import dev.posthorn.server.sender.ScriptedNames;
import dev.posthorn.server.sender.TestSender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that drown a connection in frames of HTTP/2, or never let anything through. */
class Http2FloodTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;
    private static final int CONTINUATION = 9;

    @TempDir static Path folder;

    private static SSLContext tls;
    private static TestSender sender;

    /** What goes over a connection again and again, its request on {@code stream}. */
    private interface Flood {
        void send(Http2Frames frames, int stream) throws IOException;
    }

    @BeforeAll
    static void start() {
        TestCertificates certificates = new TestCertificates(folder);
        tls = certificates.valid("ip:127.0.0.1");
        sender =
                new TestSender(
                        EgressSettings.DEFAULTS.forDevelopment(),
                        new ScriptedNames(),
                        certificates.trust());
    }

    @AfterAll
    static void stop() {
        sender.close();
    }

    @Test
    void pings_without_end_are_no_answer() {
        assertNotDelivered(after((frames, _) -> frames.frame(PING, 0, 0, new byte[8])));
    }

    @Test
    void settings_without_end_are_no_answer() {
        assertNotDelivered(after((frames, _) -> frames.frame(SETTINGS, 0, 0, new byte[0])));
    }

    @Test
    void windows_without_end_are_no_answer() {
        assertNotDelivered(
                after((frames, _) -> frames.frame(WINDOW_UPDATE, 0, 0, new byte[] {0, 0, 0, 1})));
    }

    @Test
    void headers_continued_without_end_are_no_answer() {
        Script script =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    int stream = frames.nextRequest();
                    frames.frame(HEADERS, 0, stream, new byte[] {(byte) 0x88});
                    while (true) {
                        frames.frame(CONTINUATION, 0, stream, new byte[0]);
                    }
                };

        assertNotDelivered(exchange(script));
    }

    @Test
    void one_header_repeated_from_the_table_is_no_memory() {
        Script script =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    int stream = frames.nextRequest();
                    // A long header is remembered once, then named by one byte 10,000 times.
                    byte[] block = new byte[1 + 3 + 4 + 100 + 10_000];
                    block[0] = (byte) 0x88;
                    block[1] = 0x40;
                    block[2] = 1;
                    block[3] = 'x';
                    block[4] = 100;
                    Arrays.fill(block, 5, 105, (byte) 'y');
                    Arrays.fill(block, 105, block.length, (byte) (0x80 | 62));
                    frames.frame(HEADERS, 4, stream, block);
                    conversation.hang();
                };

        assertNotDelivered(exchange(script));
    }

    @Test
    void a_body_without_end_is_cut_off() {
        Script script =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    int stream = frames.nextRequest();
                    frames.status(stream, 200, false);
                    while (true) {
                        frames.frame(DATA, 0, stream, new byte[8192]);
                    }
                };
        Exchange exchange = exchange(script);

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().truncated()).isTrue();
        assertThat(exchange.response().body()).hasSizeLessThanOrEqualTo(16 * 1024);
    }

    @Test
    void empty_data_without_end_ends_at_the_deadline() {
        Script script =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    int stream = frames.nextRequest();
                    frames.status(stream, 200, false);
                    while (true) {
                        frames.frame(DATA, 0, stream, new byte[0]);
                    }
                };

        assertThat(exchange(script).outcome()).isEqualTo(new Delivered(200));
    }

    @Test
    void a_window_that_never_opens_meets_the_deadline() {
        Script script =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    conversation.hang();
                };
        try (var receiver = ScriptedReceiver.listeningForHttp2(tls, script)) {
            var request = TestSender.request("POST", receiver.url("/"), "x".repeat(1_000_000));
            assertThat(TestSender.await(sender.start(request, SHORT)).outcome())
                    .isEqualTo(new TimedOut(SHORT));
        }
    }

    @Test
    void a_goodbye_before_anything_else_is_no_answer() {
        Script script =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    frames.goAway(0);
                };

        assertThat(exchange(script).outcome()).isInstanceOf(Unreachable.class);
    }

    private static Exchange after(Flood flood) {
        return exchange(conversation -> {
            Http2Frames frames = new Http2Frames(conversation);
            frames.begin();
            int stream = frames.nextRequest();
            while (true) {
                flood.send(frames, stream);
            }
        });
    }

    private static void assertNotDelivered(Exchange exchange) {
        assertThat(exchange.outcome()).isNotInstanceOf(Delivered.class);
        assertThat(exchange.timings().totalMicros()).isLessThan(10_000_000);
    }

    private static Exchange exchange(Script script) {
        try (var receiver = ScriptedReceiver.listeningForHttp2(tls, script)) {
            return sender.post(receiver.url("/"), SHORT);
        }
    }
}
