package dev.posthorn.server.hostile.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.receivers.Conversation;
import dev.posthorn.server.receivers.Http2Frames;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.receivers.TestCertificates;
import dev.posthorn.server.sender.ScriptedNames;
import dev.posthorn.server.sender.TestSender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that use HTTP/2 badly. */
class HostileHttp2Test {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final int NO_ERROR = 0;
    private static final int REFUSED_STREAM = 7;

    @TempDir static Path folder;

    private static SSLContext tls;
    private static TestSender sender;

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
    void one_that_never_begins_meets_the_deadline() {
        assertThat(exchange(SHORT, Conversation::hang).outcome()).isEqualTo(new TimedOut(SHORT));
    }

    @Test
    void one_that_never_answers_meets_the_deadline() {
        Script silent =
                conversation -> {
                    new Http2Frames(conversation).begin();
                    conversation.hang();
                };

        assertThat(exchange(SHORT, silent).outcome()).isEqualTo(new TimedOut(SHORT));
    }

    @Test
    void garbage_for_frames_is_no_answer() {
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            byte[] garbage = new byte[200];
            random.nextBytes(garbage);
            Script script =
                    conversation -> {
                        new Http2Frames(conversation).begin();
                        conversation.send(garbage);
                    };

            assertThat(exchange(SHORT, script).outcome()).isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void interim_answers_are_passed_over_whatever_their_number() {
        Script script =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    int stream = frames.nextRequest();
                    for (int status : new int[] {100, 102, 103, 199}) {
                        frames.status(stream, status, false);
                    }
                    frames.status(stream, 404, true);
                    conversation.hang();
                };

        assertThat(exchange(TestSender.DEADLINE, script).outcome())
                .isEqualTo(new Rejected(404, null));
    }

    @Test
    void interim_answers_without_end_are_cut_off_early() {
        Script script =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    int stream = frames.nextRequest();
                    for (int i = 0; i < 100_000; i++) {
                        frames.status(stream, 102, false);
                    }
                };

        assertThat(exchange(TestSender.DEADLINE, script).outcome())
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        it -> assertThat(it.fault()).isEqualTo(Fault.CONNECTION_RESET));
    }

    @Test
    void a_request_refused_on_a_kept_connection_goes_out_again() {
        Script refusing =
                conversation -> {
                    Http2Frames frames = answeringOne(conversation);
                    frames.reset(frames.nextRequest(), REFUSED_STREAM);
                    conversation.hang();
                };

        assertThat(second(refusing).outcome()).isEqualTo(new Delivered(204));
    }

    @Test
    void so_does_one_that_met_a_goodbye() {
        Script leaving =
                conversation -> {
                    Http2Frames frames = answeringOne(conversation);
                    int stream = frames.nextRequest();
                    frames.goAway(stream - 2);
                };

        assertThat(second(leaving).outcome()).isEqualTo(new Delivered(204));
    }

    @Test
    void one_that_was_reset_for_no_reason_does_not() {
        Script resetting =
                conversation -> {
                    Http2Frames frames = answeringOne(conversation);
                    frames.reset(frames.nextRequest(), NO_ERROR);
                    conversation.hang();
                };

        assertThat(second(resetting).outcome())
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        it -> assertThat(it.fault()).isEqualTo(Fault.CONNECTION_RESET));
    }

    private static Http2Frames answeringOne(Conversation conversation) throws IOException {
        Http2Frames frames = new Http2Frames(conversation);
        frames.begin();
        frames.status(frames.nextRequest(), 200, true);
        return frames;
    }

    /** The second of two exchanges; a new connection gets a 204. */
    private static Exchange second(Script first) {
        Script then =
                conversation -> {
                    Http2Frames frames = new Http2Frames(conversation);
                    frames.begin();
                    frames.status(frames.nextRequest(), 204, true);
                    conversation.hang();
                };
        try (var receiver = ScriptedReceiver.listeningForHttp2(tls, first, then)) {
            assertThat(sender.post(receiver.url("/")).outcome()).isEqualTo(new Delivered(200));
            return sender.post(receiver.url("/"));
        }
    }

    private static Exchange exchange(Duration deadline, Script script) {
        try (var receiver = ScriptedReceiver.listeningForHttp2(tls, script)) {
            return sender.post(receiver.url("/"), deadline);
        }
    }
}
