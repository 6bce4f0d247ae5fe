package dev.posthorn.server.ingest;

import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void agrees_with_the_jdk_on_sequences_of_three_bytes() {
        byte[] bytes = new byte[3];
        for (int i = 0; i < 1 << 24; i += 61) {
            bytes[0] = (byte) (i >> 16);
            bytes[1] = (byte) (i >> 8);
            bytes[2] = (byte) i;
            agrees(bytes);
        }
    }

    @Test
    void agrees_with_the_jdk_on_sequences_of_four_bytes_and_at_every_offset() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = "abcdefghijklmnopqrst".getBytes(StandardCharsets.UTF_8);
            byte[] wild = {
                (byte) (0xEF + random.nextInt(8)),
                (byte) random.nextInt(256),
                (byte) (0x78 + random.nextInt(0x50)),
                (byte) (0x78 + random.nextInt(0x50))
            };
            System.arraycopy(wild, 0, bytes, random.nextInt(bytes.length - 3), 4);
            agrees(bytes);
        }
    }

    private static void agrees(byte[] bytes) {
        if (Utf8.firstInvalid(bytes) < 0 != valid(bytes)) {
            fail(HexFormat.of().formatHex(bytes));
        }
    }

    private static boolean valid(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
