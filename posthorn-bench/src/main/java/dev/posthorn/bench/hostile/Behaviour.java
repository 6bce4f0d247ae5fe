package dev.posthorn.bench.hostile;

import java.io.IOException;

/** The ways in which a receiver can be hostile, each on a port of its own. */
enum Behaviour {
    SILENT(Visit::hang),
    DEAF(Visit::ignore),
    CLOSES_AT_ONCE(_ -> {}),
    RESETS(visit -> {
        visit.readSome();
        visit.reset();
    }),
    DRIPS_A_HEAD(visit -> {
        visit.readSome();
        visit.drip("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }),
    DRIPS_A_BODY(visit -> {
        visit.readSome();
        visit.send("HTTP/1.1 500 Oops\r\nContent-Length: 1000\r\n\r\n");
        visit.drip("x".repeat(1000));
    }),
    ENDLESS_HEADERS(visit -> {
        visit.readSome();
        visit.send("HTTP/1.1 200 OK\r\n");
        visit.repeat("X-Header: some value\r\n");
    }),
    ENDLESS_BODY(visit -> {
        visit.readSome();
        visit.send("HTTP/1.1 500 Oops\r\n\r\n");
        visit.repeat("endless");
    }),
    ENDLESS_CHUNKS(visit -> {
        visit.readSome();
        visit.send("HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n");
        visit.repeat("1\r\nx\r\n");
    }),
    ENDLESS_INTERIM_ANSWERS(visit -> {
        visit.readSome();
        visit.repeat("HTTP/1.1 102 Processing\r\n\r\n");
    }),
    BROKEN_CHUNKS(visit -> {
        visit.readSome();
        visit.send("HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello");
    }),
    OTHER_PROTOCOL(visit -> visit.send("SSH-2.0-OpenSSH_9.2\r\n")),
    REDIRECTS_INSIDE(visit -> {
        visit.readSome();
        visit.send("HTTP/1.1 307 Go\r\nLocation: http://169.254.169.254/\r\n\r\n");
    }),
    BROKEN_TLS(visit -> {
        visit.readSome();
        visit.send("\u0016\u0003\u0003\u00ff\u00ff");
    });

    /** What it does with one connection; that is closed afterwards. */
    interface Play {
        void play(Visit visit) throws IOException;
    }

    @SuppressWarnings("ImmutableEnumChecker") // A play is a method: it keeps nothing.
    private final Play play;

    Behaviour(Play play) {
        this.play = play;
    }

    void play(Visit visit) throws IOException {
        play.play(visit);
    }

    boolean speaksTls() {
        return this == BROKEN_TLS;
    }
}
