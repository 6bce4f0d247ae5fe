package dev.posthorn.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of one event with two places to fill in: its number, by which the ledger knows it, and
 * its type, by which it finds its endpoints. {@code data} has exactly the size asked for.
 */
final class EventTemplate {
    private static final int GROUP_DIGITS = 5;
    private static final int NUMBER_DIGITS = 12;
    private static final String GROUP = "0".repeat(GROUP_DIGITS);
    private static final String NUMBER = "0".repeat(NUMBER_DIGITS);
    private static final String TYPE_BEFORE = "{\"type\":\"bench.g";
    private static final String DATA_BEFORE = "\",\"data\":";
    private static final String NUMBER_BEFORE = "{\"n\":\"";
    private static final String KEY_BEFORE = ",\"idempotency_key\":\"bench-";
    private static final String KEY_AFTER = "\"";

    /** The shape of a user as a SaaS product would publish it; the note fills up to the size. */
    private static final String REST =
            """
            ","id":1048576,"name":"Ada Lovelace","email":"ada@example.com","plan":"team",\
            "active":true,"score":0.875,"tags":["beta","annual"],"address":{"street":"12 St James's \
            Square","city":"London","country":"GB"},"note":\"\
            """;

    private static final String END = "\"}";

    private final byte[] bytes;
    private final boolean keyed;

    /** {@code keyed}: with an idempotency key that is made of the number. */
    EventTemplate(int dataBytes, boolean keyed) {
        String start = NUMBER_BEFORE + NUMBER + REST;
        int note = dataBytes - start.length() - END.length();
        if (note < 0) {
            throw new IllegalArgumentException(
                    "an event's data has at least " + (dataBytes - note) + " bytes");
        }
        String data = start + words(note) + END;
        String key = keyed ? KEY_BEFORE + NUMBER + KEY_AFTER : "";
        bytes =
                (TYPE_BEFORE + GROUP + DATA_BEFORE + data + key + "}")
                        .getBytes(StandardCharsets.US_ASCII);
        this.keyed = keyed;
    }

    /** Spelled as an endpoint's subscription has to spell it. */
    static String type(int group) {
        return "bench.g" + String.format("%0" + GROUP_DIGITS + "d", group);
    }

    int length() {
        return bytes.length;
    }

    void write(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    /** Fills in an event that was written at {@code at}. */
    void fill(ByteBuffer buffer, int at, long number, int group) {
        int groupAt = at + TYPE_BEFORE.length();
        int numberAt = groupAt + GROUP_DIGITS + DATA_BEFORE.length() + NUMBER_BEFORE.length();
        digits(buffer, groupAt, GROUP_DIGITS, group);
        digits(buffer, numberAt, NUMBER_DIGITS, number);
        if (keyed) {
            int keyAt = at + bytes.length - NUMBER_DIGITS - KEY_AFTER.length() - 1;
            digits(buffer, keyAt, NUMBER_DIGITS, number);
        }
    }

    private static void digits(ByteBuffer buffer, int at, int count, long value) {
        long rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            buffer.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }

    private static String words(int length) {
        String lorem = "the quick brown fox jumps over the lazy dog, twice a day; ";
        return lorem.repeat(length / lorem.length() + 1).substring(0, length);
    }
}
