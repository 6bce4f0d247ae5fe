package dev.posthorn.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static final byte[] BYTES =
            "{\"name\":\"Zoë\",\"n\":9007199254740993}".getBytes(StandardCharsets.UTF_8);

    @Test
    void hands_on_the_very_bytes_it_was_given() {
        Payload payload = new Payload(BYTES);

        assertThat(payload.bytes()).isSameAs(BYTES);
        assertThat(payload.length()).isEqualTo(BYTES.length);
        assertThat(payload.text()).isEqualTo("{\"name\":\"Zoë\",\"n\":9007199254740993}");
    }

    @Test
    void equals_another_with_the_same_bytes() {
        assertThat(new Payload(BYTES))
                .isEqualTo(new Payload(BYTES.clone()))
                .hasSameHashCodeAs(new Payload(BYTES.clone()))
                .isNotEqualTo(new Payload(new byte[0]));
    }

    @Test
    void shows_no_data_in_logs() {
        assertThat(new Payload(BYTES)).hasToString("Payload[" + BYTES.length + " bytes]");
    }
}
