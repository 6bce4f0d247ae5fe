package dev.posthorn.cli.node;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.ListOptions;
import dev.posthorn.cli.connection.PageOptions;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code posthorn audit}. */
@Command(name = "audit", description = "Show who changed what, when and from where.")
public final class AuditCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.time("WHEN", "date_created"),
                    Column.of("ACTION", "action"),
                    new Column("WHO", entry -> party(entry.path("actor")), false),
                    new Column("WHAT", entry -> party(entry.path("target")), false),
                    Column.of("FROM", "address"),
                    new Column("FIELDS", AuditCommand::fields, false));

    @Option(names = "--action", paramLabel = "NAME", description = "such as webhook_config.update")
    private @Nullable String action;

    @Option(names = "--actor", paramLabel = "ID", description = "by this key or user")
    private @Nullable String actor;

    @Option(names = "--target", paramLabel = "ID", description = "of this thing")
    private @Nullable String target;

    @Option(names = "--organisation", paramLabel = "ID", description = "of this organisation")
    private @Nullable String organisation;

    @Mixin private final ListOptions part = new ListOptions();

    public AuditCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Filter filter = PageOptions.and(part.filter(Instant.now()), "action", action);
        filter = PageOptions.and(filter, "actor", actor);
        filter = PageOptions.and(filter, "target", target);
        filter = PageOptions.and(filter, "organisation", organisation);
        output.list(client.raw().get("/audit", filter), COLUMNS);
        return DONE;
    }

    /** Its name, or if it has none its id, behind what it is. */
    private static String party(JsonNode party) {
        String id = party.path("id").asString("");
        return (party.path("type").asString("") + " " + party.path("name").asString(id)).strip();
    }

    private static String fields(JsonNode entry) {
        return String.join(
                ",",
                entry.path("changes")
                        .valueStream()
                        .map(change -> change.path("field").asString(""))
                        .toList());
    }
}
