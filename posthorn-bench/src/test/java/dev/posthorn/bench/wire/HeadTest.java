package dev.posthorn.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final String MESSAGE =
            "POST /e/17 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nwebhook-id:  x1 \r\n\r\nhello";

    private final Head head = new Head();

    @Test
    void finds_the_body_by_its_content_length() {
        byte[] bytes = bytes(MESSAGE + "POST /next");

        assertThat(head.read(bytes, 0, bytes.length)).isTrue();
        assertThat(new String(bytes, head.bodyStart(), 5, StandardCharsets.US_ASCII))
                .isEqualTo("hello");
        assertThat(head.end()).isEqualTo(MESSAGE.length());
    }

    @Test
    void is_incomplete_until_the_last_byte_came() {
        byte[] bytes = bytes(MESSAGE);

        for (int to = 0; to < bytes.length; to++) {
            assertThat(head.read(bytes, 0, to)).as("%d bytes", to).isFalse();
        }
    }

    @Test
    void reads_a_message_without_a_body() {
        byte[] bytes = bytes("HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(head.read(bytes, 0, bytes.length)).isTrue();
        assertThat(head.end()).isEqualTo(bytes.length);
    }

    @Test
    void finds_headers_whatever_their_case() {
        byte[] bytes = bytes("GET / HTTP/1.1\r\nWebhook-ID: x1\r\n\r\n");
        head.read(bytes, 0, bytes.length);

        assertThat(head.header(bytes, "webhook-id")).isEqualTo("x1");
        assertThat(head.header(bytes, "webhook-timestamp")).isEmpty();
    }

    @Test
    void refuses_a_chunked_message() {
        byte[] bytes = bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThatThrownBy(() -> head.read(bytes, 0, bytes.length))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
