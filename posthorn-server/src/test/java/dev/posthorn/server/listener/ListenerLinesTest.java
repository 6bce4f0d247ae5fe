package dev.posthorn.server.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerLinesTest {
    private static final Duration ALLOWED = Duration.ofSeconds(15);
    private static final String URL = new ListenerAddress("acme", "laptop").url();
    private static final Endpoint ENDPOINT =
            SampleEndpoint.endpoint(7).subscribedTo("*").at(URL).build();
    private static final AttemptOutcome LOST =
            new AttemptOutcome.Unreachable(
                    Fault.CONNECTION_RESET,
                    "The connection of the listener ended before it answered.");
    private static final AttemptOutcome NOBODY =
            new AttemptOutcome.Unreachable(
                    Fault.OTHER, "Nobody was listening: the listener was not connected.");

    private final List<Exchange> answered = new ArrayList<>();
    private long nanos;
    private final ListenerLines lines =
            new ListenerLines(
                    Runnable::run, () -> nanos, InstantSource.fixed(java.time.Instant.EPOCH));
    private final ScriptedStream stream = new ScriptedStream();

    private void send(String path, byte[] body) {
        OutgoingRequest request = new OutgoingRequest("POST", URL + path, new String[0], body);
        lines.send(request, ALLOWED, answered::add);
    }

    private void send(String path) {
        send(path, new byte[10]);
    }

    private void after(Duration passed) {
        nanos += passed.toNanos();
    }

    private List<AttemptOutcome> outcomes() {
        return answered.stream().map(Exchange::outcome).toList();
    }

    private List<Long> answer(ListenerRequest request, int status, String... headers) {
        Response response = new Response(status, headers, new byte[] {'o', 'k'}, false);
        return lines.answered(
                        ENDPOINT.id(),
                        List.of(new ListenerAnswer.Answered(request.number(), response)))
                .join();
    }

    @Test
    void the_answer_is_what_became_of_the_attempt() {
        lines.connect(ENDPOINT, stream);
        send("/1");
        assertThat(stream.paths()).containsExactly("/1");
        after(Duration.ofMillis(3));
        assertThat(answer(stream.sent.getFirst(), 201)).isEmpty();
        assertThat(answered)
                .containsExactly(
                        new Exchange(
                                new AttemptOutcome.Delivered(201),
                                new Response(201, new String[0], new byte[] {'o', 'k'}, false),
                                new Timings(-1, -1, -1, 3000, 3000),
                                null,
                                null));
    }

    @Test
    void a_refusal_keeps_its_wish_for_a_later_time() {
        lines.connect(ENDPOINT, stream);
        send("/1");
        answer(stream.sent.getFirst(), 503, "retry-after", "7");
        assertThat(answered.getFirst().outcome())
                .isEqualTo(new AttemptOutcome.Rejected(503, Duration.ofSeconds(7)));
        assertThat(answered.getFirst().message()).isEqualTo("The receiver answered 503.");
    }

    @Test
    void a_program_that_could_not_be_asked_is_not_reached() {
        lines.connect(ENDPOINT, stream);
        send("/1");
        long number = stream.sent.getFirst().number();
        var failed = new ListenerAnswer.Failed(number, "Nothing answers at localhost:3000.");
        assertThat(lines.answered(ENDPOINT.id(), List.of(failed))).isCompletedWithValue(List.of());
        assertThat(outcomes())
                .containsExactly(
                        new AttemptOutcome.Unreachable(
                                Fault.OTHER, "Nothing answers at localhost:3000."));
    }

    @Test
    void an_answer_counts_once_and_in_time() {
        lines.connect(ENDPOINT, stream);
        send("/1");
        ListenerRequest request = stream.sent.getFirst();
        after(ALLOWED);
        lines.step();
        assertThat(outcomes()).containsExactly(new AttemptOutcome.TimedOut(ALLOWED));
        assertThat(answered.getFirst().message())
                .isEqualTo("The receiver did not answer within 15 s.");
        assertThat(answer(request, 200)).containsExactly(request.number());
        assertThat(answered).hasSize(1);
    }

    @Test
    void what_was_sent_fails_with_its_connection_and_what_waits_does_not() {
        lines.connect(ENDPOINT, stream);
        send("/1");
        lines.disconnected(ENDPOINT.id(), stream);
        assertThat(outcomes()).containsExactly(LOST);
        send("/2");
        ScriptedStream next = new ScriptedStream();
        lines.connect(ENDPOINT, next);
        assertThat(next.paths()).containsExactly("/2");
        assertThat(answer(next.sent.getFirst(), 200)).isEmpty();
    }

    @Test
    void waits_for_a_connection_no_longer_than_for_an_answer() {
        lines.expect(ENDPOINT);
        send("/1");
        after(ALLOWED.minusMillis(1));
        lines.step();
        assertThat(answered).isEmpty();
        after(Duration.ofMillis(1));
        lines.step();
        assertThat(outcomes()).containsExactly(NOBODY);
    }

    @Test
    void a_new_connection_takes_the_place_of_the_one_before() {
        lines.connect(ENDPOINT, stream);
        send("/1");
        ScriptedStream next = new ScriptedStream();
        lines.connect(ENDPOINT, next);
        assertThat(outcomes()).containsExactly(LOST);
        assertThat(stream.ends).containsExactly("another connection took its place");
        lines.disconnected(ENDPOINT.id(), stream);
        assertThat(lines.isConnected(ENDPOINT.id())).isTrue();
    }

    @Test
    void sends_so_many_at_once() {
        lines.connect(ENDPOINT, stream);
        for (int i = 0; i < ListenerLimits.MAX_IN_FLIGHT + 1; i++) {
            send("/" + i);
        }
        assertThat(stream.sent).hasSize(ListenerLimits.MAX_IN_FLIGHT);
        answer(stream.sent.getFirst(), 200);
        assertThat(stream.sent).hasSize(ListenerLimits.MAX_IN_FLIGHT + 1);
    }

    @Test
    void sends_so_many_bytes_at_once() {
        lines.connect(ENDPOINT, stream);
        byte[] large = new byte[(int) ListenerLimits.MAX_UNANSWERED_BYTES];
        send("/1", large);
        send("/2", large);
        assertThat(stream.paths()).containsExactly("/1");
        after(ALLOWED);
        send("/3");
        lines.step();
        assertThat(outcomes()).hasSize(2);
        assertThat(stream.paths()).containsExactly("/1", "/3");
    }

    @Test
    void sends_no_more_to_a_connection_that_is_not_read() {
        stream.unsent = ListenerLimits.MAX_UNSENT_BYTES;
        lines.connect(ENDPOINT, stream);
        send("/1");
        assertThat(stream.sent).isEmpty();
        stream.unsent = 0;
        lines.step();
        assertThat(stream.paths()).containsExactly("/1");
    }

    @Test
    void shows_a_connection_that_it_lives() {
        lines.connect(ENDPOINT, stream);
        for (int i = 0; i < 20; i++) {
            after(Duration.ofSeconds(1));
            lines.step();
        }
        assertThat(stream.beats).isEqualTo(2);
    }

    @Test
    void is_gone_a_minute_after_its_connection() {
        lines.connect(ENDPOINT, stream);
        after(Duration.ofMinutes(5));
        assertThat(lines.step()).isEmpty();
        lines.disconnected(ENDPOINT.id(), stream);
        after(ListenerLimits.LIFE_WITHOUT_CONNECTION.minusMillis(1));
        assertThat(lines.step()).isEmpty();
        after(Duration.ofMillis(1));
        assertThat(lines.step()).containsExactly(ENDPOINT.id());
        assertThat(lines.step()).isEmpty();
        after(ListenerLimits.LIFE_WITHOUT_CONNECTION);
        assertThat(lines.step()).containsExactly(ENDPOINT.id());
    }

    @Test
    void ends_with_its_endpoint() {
        lines.connect(ENDPOINT, stream);
        send("/1");
        lines.changed(ENDPOINT.withState(EndpointState.DEACTIVATED, null, 1));
        assertThat(stream.ends).containsExactly("its endpoint was deactivated or changed");
        send("/2");
        assertThat(outcomes()).containsExactly(LOST, NOBODY);
    }

    @Test
    void lets_what_was_sent_be_answered_when_the_server_stops() {
        lines.connect(ENDPOINT, stream);
        send("/1");
        lines.drain();
        send("/2");
        assertThat(outcomes()).containsExactly(NOBODY);
        answer(stream.sent.getFirst(), 200);
        assertThat(outcomes()).containsExactly(NOBODY, new AttemptOutcome.Delivered(200));
        lines.end().join();
        assertThat(stream.ends).containsExactly("the server is stopping");
    }

    @Test
    void what_an_answer_sets_off_may_send_at_once() {
        lines.connect(ENDPOINT, stream);
        OutgoingRequest request = new OutgoingRequest("POST", URL, new String[0], new byte[0]);
        lines.send(request, ALLOWED, _ -> send("/next"));
        lines.send(request, ALLOWED, _ -> send("/next"));
        lines.disconnected(ENDPOINT.id(), stream);
        ScriptedStream next = new ScriptedStream();
        lines.connect(ENDPOINT, next);
        assertThat(next.paths()).containsExactly("/next", "/next");
    }
}
