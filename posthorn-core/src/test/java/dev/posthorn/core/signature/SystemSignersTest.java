package dev.posthorn.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SystemSignersTest {

    @Test
    void signs_as_ricloud_does() {
        JsonNode vector = Vectors.of("ricloud");
        var signer = new RicloudSigner(Vectors.secret(vector, "secret"));

        assertThat(signer.sign(Vectors.text(vector, "timestamp"), Vectors.bytes(vector, "body")))
                .isEqualTo(Vectors.text(vector, "header"));
    }

    @Test
    void signs_as_fastcomments_does() {
        JsonNode vector = Vectors.of("fastcomments");
        var signer = new FastCommentsSigner(Vectors.secret(vector, "secret"));

        assertThat(signer.sign(Vectors.text(vector, "timestamp"), Vectors.bytes(vector, "body")))
                .isEqualTo(Vectors.text(vector, "header"));
    }
}
