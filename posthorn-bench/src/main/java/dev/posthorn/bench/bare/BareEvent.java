package dev.posthorn.bench.bare;

import io.vertx.core.buffer.Buffer;

/**
 * An event on its way through the bare pipeline.
 *
 * @param body as it came, sent on as it is
 * @param group read from fixed positions of the body
 * @param seq its number; its deliveries take the next ones, two each
 */
record BareEvent(Buffer body, int group, long seq) {
    /** Where the digits of {@code bench.g00017} stand in the body. */
    private static final int GROUP_AT = "{\"type\":\"bench.g".length();

    private static final int TYPE_AT = "{\"type\":\"".length();
    private static final int GROUP_DIGITS = 5;
    private static final int DATA_AT = "{\"type\":\"bench.g00000\",\"data\":".length();

    static int groupIn(Buffer body) {
        int group = 0;
        for (int i = 0; i < GROUP_DIGITS; i++) {
            group = group * 10 + body.getByte(GROUP_AT + i) - '0';
        }
        return group;
    }

    String type() {
        return body.getString(TYPE_AT, GROUP_AT + GROUP_DIGITS);
    }

    byte[] data() {
        return body.getBytes(DATA_AT, body.length() - 1);
    }

    long deliverySeq(int index) {
        return seq + 1 + 2L * index;
    }
}
