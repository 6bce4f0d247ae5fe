package dev.posthorn.cli.listen;

import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.cli.receiver.Receiver;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** A receiver that is called: over HTTP. {@code profile}: that is expected, null for any. */
record Incoming(
        Terminal terminal,
        ReceiverOptions options,
        boolean json,
        @Nullable String profile,
        Registration registration) {

    /** Returns at the end, when its endpoint, if it made one, is deactivated. */
    void listen(String host, int port, StopSignal stop) throws InterruptedException {
        var listener =
                options.listener(terminal, json, false, profile, registration.secret().stream());
        Receiver receiver = Receiver.start(host, port, listener);
        try {
            announce(host, receiver.port());
            registration.start();
        } catch (RuntimeException e) {
            receiver.close();
            throw e;
        }
        stop.await(() -> {
            registration.end();
            receiver.close();
        });
    }

    private void announce(String host, int port) {
        String url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        say("Listening on " + terminal.paint(Style.BOLD, url) + "  (Ctrl-C ends)");
        if (options.secrets().isEmpty() && registration.secret().isEmpty()) {
            say("Signatures are not checked: there is no --secret.");
        }
    }

    /** Beside the result where a program reads that. */
    private void say(String line) {
        if (json) {
            terminal.note(line);
        } else {
            terminal.line(line);
        }
    }
}
