package dev.posthorn.cli;

import dev.posthorn.bench.BenchCommand;
import dev.posthorn.cli.account.KeyCommands;
import dev.posthorn.cli.account.OrganisationCommands;
import dev.posthorn.cli.account.PauseCommand;
import dev.posthorn.cli.catalogue.EventTypeCommands;
import dev.posthorn.cli.catalogue.ProfileCommands;
import dev.posthorn.cli.connection.ConfigCommands;
import dev.posthorn.cli.delivery.AttemptCommands;
import dev.posthorn.cli.delivery.DeliveryCommands;
import dev.posthorn.cli.delivery.QueueCommand;
import dev.posthorn.cli.demo.DemoCommand;
import dev.posthorn.cli.endpoint.EndpointCommands;
import dev.posthorn.cli.event.EventCommands;
import dev.posthorn.cli.listen.ListenCommand;
import dev.posthorn.cli.node.AuditCommand;
import dev.posthorn.cli.node.ClusterCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.cli.receiver.VerifyCommand;
import dev.posthorn.cli.reference.CompletionCommand;
import dev.posthorn.cli.reference.ManualCommand;
import dev.posthorn.cli.server.RotateMasterKeyCommand;
import dev.posthorn.cli.server.ServeCommand;
import dev.posthorn.cli.server.ServerStarter;
import dev.posthorn.cli.task.TaskCommands;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands there are. Reading a command's annotations takes time, so only the one that was
 * called is made; all of them are made for help.
 */
final class Commands {
    private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();

    Commands(Context context, ServerStarter servers, StopSignal stop) {
        commands.put("serve", () -> ServeCommand.of(context, servers, stop));
        commands.put("demo", () -> new CommandLine(new DemoCommand(context, servers, stop)));
        commands.put("listen", () -> new CommandLine(new ListenCommand(context, stop)));
        commands.put("endpoint", () -> EndpointCommands.endpoint(context));
        commands.put("webhook-config", () -> EndpointCommands.webhookConfig(context));
        commands.put("event", () -> EventCommands.of(context));
        commands.put("delivery", () -> DeliveryCommands.of(context));
        commands.put("attempt", () -> AttemptCommands.of(context));
        commands.put("task", () -> TaskCommands.of(context));
        commands.put("organisation", () -> OrganisationCommands.of(context));
        commands.put("key", () -> KeyCommands.of(context));
        commands.put("event-type", () -> EventTypeCommands.of(context));
        commands.put("profile", () -> ProfileCommands.of(context));
        commands.put("audit", () -> new CommandLine(new AuditCommand(context)));
        commands.put("cluster", () -> new CommandLine(new ClusterCommand(context)));
        commands.put("verify", () -> new CommandLine(new VerifyCommand(context)));
        commands.put("pause", () -> PauseCommand.pause(context));
        commands.put("resume", () -> PauseCommand.resume(context));
        commands.put("queue", () -> new CommandLine(new QueueCommand(context)));
        commands.put("rotate-master-key", () -> RotateMasterKeyCommand.of(context));
        commands.put("bench", () -> new CommandLine(new BenchCommand()));
        commands.put("config", () -> ConfigCommands.of(context));
        commands.put(
                "completion", () -> new CommandLine(new CompletionCommand(context, this::all)));
        commands.put("manual", () -> new CommandLine(new ManualCommand(context, this::all)));
        NotBuiltYet.ALL.forEach(
                (name, instead) -> commands.putIfAbsent(name, () -> NotBuiltYet.of(name, instead)));
    }

    private CommandLine all() {
        return rootFor();
    }

    /** With the first command that {@code args} names, or with all when they name none. */
    CommandLine rootFor(String... args) {
        var root = new CommandLine(new PosthornCommand());
        Optional<String> named = Arrays.stream(args).filter(commands::containsKey).findFirst();
        commands.forEach((name, command) -> {
            if (named.isEmpty() || named.get().equals(name)) {
                root.addSubcommand(name, command.get());
            }
        });
        root.getCommandSpec()
                .addOption(flag("--version", "print the version").versionHelp(true).build());
        addHelp(root);
        return root;
    }

    /** To every command there is, so that none forgets it. */
    private static void addHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(flag("--help", "show this help").usageHelp(true).build());
        }
        command.getSubcommands().values().forEach(Commands::addHelp);
    }

    private static OptionSpec.Builder flag(String name, String description) {
        return OptionSpec.builder(name).type(boolean.class).description(description);
    }
}
