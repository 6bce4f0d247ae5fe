package dev.posthorn.cli.demo;

import dev.posthorn.cli.logging.LogSetup;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.cli.receiver.Visit;
import dev.posthorn.cli.receiver.VisitPrinter;
import dev.posthorn.cli.server.ServerStarter;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.PosthornClient;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code posthorn demo}. */
@Command(
        name = "demo",
        description = {
            "See all of it at work: a server in a temporary folder, receivers for every profile,"
                    + " events through all of them, what arrived.",
            "",
            "Stays up for you to try; with --once it ends, with 0 only if everything held."
        })
public final class DemoCommand implements Callable<Integer> {
    private final Context context;
    private final ServerStarter servers;
    private final StopSignal stop;

    /** What a visit is told to; nobody until the story has been told. */
    private final AtomicReference<Consumer<Visit>> watcher = new AtomicReference<>(_ -> {});

    @Option(
            names = "--once",
            description = "end when all has arrived, at the latest after a minute")
    private boolean once;

    public DemoCommand(Context context, ServerStarter servers, StopSignal stop) {
        this.context = context;
        this.servers = servers;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        LogSetup.onlyWarnings();
        List<SampleReceiver> receivers =
                SampleReceiver.ofEveryProfile(visit -> watcher.get().accept(visit));
        try (DemoServer server = DemoServer.start(servers)) {
            boolean held = tell(server, receivers);
            if (!once) {
                NextSteps.print(context.terminal(), server);
                watcher.set(VisitPrinter.ofAll(context.terminal()));
                stop.await(server::close);
            }
            return held ? 0 : 1;
        } finally {
            receivers.forEach(SampleReceiver::close);
        }
    }

    private boolean tell(DemoServer server, List<SampleReceiver> receivers)
            throws InterruptedException {
        Terminal terminal = context.terminal();
        terminal.line("Posthorn listens on " + terminal.paint(Style.BOLD, server.url()));
        terminal.line("  its data is in " + server.folder() + " and goes with it");
        var story = new Story(terminal);
        var client = new PosthornClient(server.url(), server.adminToken());
        List<String> complaints = new Demo(client, receivers, story).run();
        story.verdict(complaints);
        return complaints.isEmpty();
    }
}
