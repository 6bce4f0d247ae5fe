package dev.posthorn.server.hostile.receiver;

import static dev.posthorn.server.hostile.receiver.Against.NOT_HTTP;
import static dev.posthorn.server.hostile.receiver.Against.endless;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that never stop sending: cut off early, at the cost of a few kilobytes. */
class EndlessReceiverTest {
    private static final int KEPT_BYTES = 16 * 1024;
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static Against against;

    @BeforeAll
    static void start() {
        against = new Against();
    }

    @AfterAll
    static void stop() {
        against.close();
    }

    @Test
    void headers_without_end_are_cut_off_early() {
        assertThat(against.outcome(endless("HTTP/1.1 200 OK\r\n", "X-Header: some value\r\n")))
                .isEqualTo(NOT_HTTP);
    }

    @Test
    void one_header_without_end_is_cut_off_early() {
        assertThat(against.outcome(endless("HTTP/1.1 200 OK\r\nX: ", "x")))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void a_header_name_without_end_is_cut_off_early() {
        assertThat(against.outcome(endless("HTTP/1.1 200 OK\r\n", "x")))
                .isInstanceOf(Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 ", "HTTP/", "\r\n", " "})
    void a_status_line_without_end_is_cut_off_early(String begin) {
        assertThat(against.outcome(endless(begin, "x"))).isInstanceOf(Unreachable.class);
    }

    @Test
    void line_ends_without_end_are_cut_off_or_time_out() {
        assertThat(against.outcome(Against.SHORT, endless("", "\r\n")))
                .isNotInstanceOf(Delivered.class);
    }

    @Test
    void interim_answers_without_end_are_cut_off_early() {
        assertThat(against.outcome(endless("", "HTTP/1.1 102 Processing\r\n\r\n")))
                .isEqualTo(NOT_HTTP);
    }

    @Test
    void keeps_no_more_headers_than_a_log_needs() {
        StringBuilder answer = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n");
        for (int i = 0; i < 500; i++) {
            answer.append("X-").append(i).append(": some value\r\n");
        }
        Exchange exchange = against.exchange(Script.answering(answer + "\r\n"));

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().headers()).hasSize(2 * 64);
    }

    @Test
    void a_body_of_a_gigabyte_is_cut_off() {
        assertCutOff(endless("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", "x"));
    }

    @Test
    void so_is_one_that_says_no_length() {
        assertCutOff(endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", "x"));
    }

    @Test
    void so_is_one_longer_than_any_number() {
        Exchange exchange =
                against.exchange(
                        endless(
                                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                                "x"));

        assertThat(exchange.outcome()).isIn(NOT_HTTP, new Delivered(200));
    }

    @Test
    void so_are_chunks_without_end() {
        assertCutOff(endless(CHUNKED, "5\r\nhello\r\n"));
    }

    @Test
    void so_is_one_enormous_chunk() {
        assertCutOff(endless(CHUNKED + "7fffffff\r\n", "x"));
    }

    @Test
    void so_are_chunks_of_one_byte_each_sooner() {
        assertDelivered(endless(CHUNKED, "1\r\nx\r\n"));
    }

    @Test
    void a_chunk_size_without_end_is_cut_off_early() {
        assertDelivered(endless(CHUNKED, "0"));
    }

    @Test
    void so_is_an_extension_of_a_chunk() {
        assertDelivered(endless(CHUNKED + "5;", "a=b;"));
    }

    @Test
    void so_are_trailers() {
        assertDelivered(endless(CHUNKED + "0\r\n", "X-Trailer: some value\r\n"));
    }

    @Test
    void the_body_of_a_failure_is_cut_off_too() {
        Exchange exchange =
                against.exchange(
                        endless("HTTP/1.1 500 Oops\r\nContent-Length: 1073741824\r\n\r\n", "x"));

        assertThat(exchange.outcome()).isEqualTo(new Rejected(500, null));
        assertThat(exchange.response().body()).hasSize(KEPT_BYTES);
    }

    @Test
    void a_compressed_gigabyte_stays_compressed() throws IOException {
        byte[] bomb = bomb();
        Exchange exchange =
                against.exchange(conversation -> {
                    conversation.readRequest();
                    conversation.send(
                            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                    + bomb.length
                                    + "\r\n\r\n");
                    conversation.send(bomb);
                });

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().body()).hasSize(KEPT_BYTES).startsWith(0x1f, 0x8b);
    }

    /** 64 MiB of zeroes in 64 KiB; that it would be more makes no difference to who leaves it. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 64; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        return bytes.toByteArray();
    }

    private static void assertCutOff(Script script) {
        Exchange exchange = against.exchange(script);

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().body()).hasSize(KEPT_BYTES);
        assertThat(exchange.response().truncated()).isTrue();
        assertThat(exchange.timings().totalMicros()).isLessThan(4_500_000);
    }

    private static void assertDelivered(Script script) {
        Exchange exchange = against.exchange(script);

        assertThat(exchange.outcome()).isEqualTo(new Delivered(200));
        assertThat(exchange.response().truncated()).isTrue();
        assertThat(exchange.timings().totalMicros()).isLessThan(4_500_000);
    }
}
