package dev.posthorn.server.secretbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final Place PLACE = new Place(1, 2, "endpoint.secrets");
    private static final byte[] PLAIN = "whsec_abc".getBytes(UTF_8);

    private final SecretBox box = box(7);

    @Test
    void opens_what_it_sealed() {
        assertThat(box.open(PLACE, box.seal(PLACE, PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void never_seals_alike_and_shows_nothing() {
        byte[] once = box.seal(PLACE, PLAIN);

        assertThat(box.seal(PLACE, PLAIN)).isNotEqualTo(once);
        assertThat(new String(once, UTF_8)).doesNotContain("whsec");
    }

    @Test
    void opens_in_no_other_organisation_row_or_column() {
        byte[] sealed = box.seal(PLACE, PLAIN);

        assertStaysShut(box, new Place(9, 2, "endpoint.secrets"), sealed);
        assertStaysShut(box, new Place(1, 9, "endpoint.secrets"), sealed);
        assertStaysShut(box, new Place(1, 2, "task.results"), sealed);
    }

    @Test
    void opens_with_no_other_key_and_after_no_change() {
        byte[] sealed = box.seal(PLACE, PLAIN);

        assertStaysShut(box(8), PLACE, sealed);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertStaysShut(box, PLACE, changed);
        }
        assertStaysShut(box, PLACE, new byte[0]);
    }

    @Test
    void derives_by_rfc_5869_without_salt() {
        // HKDF-SHA256, IKM 00…00 (32 bytes), no salt, info "posthorn x"; checked with openssl kdf.
        assertThat(HexFormat.of().formatHex(new MasterKey(new byte[32]).derive("x", 16)))
                .isEqualTo("f26944e3019797ffd736e92d3c585a01");
    }

    private static void assertStaysShut(SecretBox box, Place place, byte[] sealed) {
        assertThatThrownBy(() -> box.open(place, sealed)).isInstanceOf(SealBrokenException.class);
    }

    private static SecretBox box(int fill) {
        byte[] key = new byte[MasterKey.BYTES];
        java.util.Arrays.fill(key, (byte) fill);
        return new SecretBox(new MasterKey(key), new SecureRandom());
    }
}
