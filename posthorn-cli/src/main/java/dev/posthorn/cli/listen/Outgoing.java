package dev.posthorn.cli.listen;

import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.cli.receiver.Receiver;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.resource.Listener;
import java.util.Optional;
import java.util.stream.Stream;

/** A receiver that calls: over a connection to the server. */
record Outgoing(Terminal terminal, ReceiverOptions options, boolean json) {

    /** Returns at the end, when its endpoint is deactivated. */
    void listen(PosthornClient client, Wish wish, StopSignal stop) throws InterruptedException {
        Listener opened = wish.open(client.withoutRetries().listeners());
        Stream<String> secrets =
                Stream.concat(
                        Stream.of(opened.secret()),
                        Optional.ofNullable(opened.publicKey()).stream());
        Receiver.Handler receiver =
                options.listener(terminal, json, true, opened.profile(), secrets);
        announce(opened);
        Connected connected = new Connected(client.listeners(), wish, opened, receiver, terminal);
        stop.await(connected::close);
    }

    private void announce(Listener opened) {
        say(
                "Listening as "
                        + terminal.paint(Style.BOLD, opened.name())
                        + ": "
                        + String.join(", ", opened.eventTypes())
                        + " in the profile "
                        + opened.profile()
                        + "  (Ctrl-C ends)");
        say("Signed with " + opened.secret() + ", the same next time");
        if (options.forwardTo() != null) {
            say("Passed on to " + options.forwardTo());
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
