package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.id.Sequence;

/** Rows by the thousand, made within the database: the nth event is {@code seq(n)}. */
final class ManyRows {
    /** Room for an event, its delivery and an attempt. */
    private static final int STEP = 4;

    private static final long FIRST = Sequence.firstOf(1_795_000_000_000L);
    private static final String NUMBERS =
            "WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n + 1 < %d) ";

    private ManyRows() {}

    static long seq(long n) {
        return FIRST + n * STEP;
    }

    static void events(TestDatabase database, int count, String type) {
        database.script(
                (NUMBERS
                                + "INSERT INTO event SELECT %s, 11, '%s', NULL, NULL, NULL, 1, x'7b7d' FROM i")
                        .formatted(count, eventSeq(), type));
    }

    /** One each for the events, to {@code endpoints} endpoints by turns from {@code first} on. */
    static void deliveries(TestDatabase database, int count, int first, int endpoints, int state) {
        database.script(
                (NUMBERS
                                + """
                                INSERT INTO delivery SELECT %s + 1, %s, %d + n %% %d, %d, n, n, 0,
                                    0, 0, 0, NULL, NULL, 0, NULL, NULL, 0 FROM i
                                """)
                        .formatted(count, eventSeq(), eventSeq(), first, endpoints, state));
    }

    static void endpoints(TestDatabase database, int first, int count, int owner) {
        database.script(
                (NUMBERS + "INSERT INTO endpoint SELECT %d + n, %d, NULL, 1, '{}', x'' FROM i")
                        .formatted(count, first, owner));
    }

    private static String eventSeq() {
        return "(" + FIRST + " + n * " + STEP + ")";
    }
}
