package dev.posthorn.cli.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Events whose data a parser and a writer of JSON would not reproduce; the same for a seed. */
final class SampleEvents {
    private static final List<String> TYPES =
            List.of(
                    "user.created",
                    "user.updated",
                    "user.deleted",
                    "company.created",
                    "company.updated",
                    "company.deleted",
                    "comment.created",
                    "comment.updated",
                    "comment.deleted",
                    "invoice.line_item.paid",
                    "ping");

    /**
     * Composed and decomposed, astral, right to left, joined, invisible, and written as escapes.
     */
    private static final List<String> PIECES =
            List.of(
                    "plain ",
                    "\u00e9",
                    "e\u0301",
                    "\ud83d\ude00",
                    "\ud83d\udc69\u200d\ud83d\udc67",
                    "\u05e9\u05dc\u05d5\u05dd",
                    "\u65e5\u672c",
                    "\u2028",
                    "\ufeff",
                    "\uffff",
                    "\u007f",
                    "\\ud83d\\ude00",
                    "\\u00E9",
                    "\\u00e9",
                    "\\u0000",
                    "http:\\/\\/a\\/b",
                    "http://a/b",
                    "\\\"\\\\\\b\\f\\n\\r\\t");

    private static final List<String> NUMBERS =
            List.of(
                    "9007199254740993",
                    "-9223372036854775809",
                    "123456789012345678901234567890",
                    "0.1000000000000000055511151231257827",
                    "1.10",
                    "-0",
                    "-0.0",
                    "1E+2",
                    "1e400",
                    "1.0");

    private static final List<String> BLANKS = List.of("", "", " ", "  ", "\t", " \t \r ");

    private final Random random;

    private SampleEvents(long seed) {
        this.random = new Random(seed);
    }

    static List<SampleEvent> of(int count, long seed) {
        var events = new SampleEvents(seed);
        return IntStream.range(0, count).mapToObj(n -> events.event()).toList();
    }

    private SampleEvent event() {
        String type = one(TYPES);
        String entityId = random.nextBoolean() ? number(one(NUMBERS)) : "\"" + one(PIECES) + "\"";
        return new SampleEvent(type, entityId, data(entityId, sizeBytes()));
    }

    /** An entity is a text or an integer. */
    private static String number(String number) {
        return number.matches("[1-9][0-9]{0,17}") ? number : "42";
    }

    /** Mostly small, as events are; one in 50 some KiB, one in 400 100 KiB. */
    private int sizeBytes() {
        int dice = random.nextInt(400);
        return dice == 0 ? 100 << 10 : dice < 8 ? 1 << 13 : 60 + random.nextInt(900);
    }

    private String data(String entityId, int sizeBytes) {
        var json = new StringBuilder("{").append(blank()).append("\"id\":").append(entityId);
        for (int i = 0; size(json) < sizeBytes; i++) {
            json.append(blank()).append(',').append(blank());
            json.append('"').append(one(PIECES)).append(i).append('"').append(blank());
            json.append(':').append(blank()).append(value(2, sizeBytes - size(json)));
        }
        return json.append(blank()).append('}').toString();
    }

    /** In bytes, of the little that is worth counting exactly. */
    private static int size(StringBuilder json) {
        return json.length() < 2048 ? json.toString().getBytes(UTF_8).length : json.length();
    }

    private String value(int depth, int roomBytes) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> one(NUMBERS);
            case 1 -> one(List.of("true", "false", "null", "[]", "{ }", "\"\""));
            case 2, 3 -> text(Math.max(1, Math.min(roomBytes / 20, 500)));
            case 4 -> "[" + value(depth - 1, 40) + blank() + "," + value(depth - 1, 40) + "]";
            default -> "{\"" + one(PIECES) + "\":" + blank() + value(depth - 1, 40) + blank() + "}";
        };
    }

    private String text(int pieces) {
        var text = new StringBuilder("\"");
        for (int i = random.nextInt(pieces); i >= 0; i--) {
            text.append(one(PIECES));
        }
        return text.append('"').toString();
    }

    private String blank() {
        return one(BLANKS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
