package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.openapi.BodyShape;
import dev.posthorn.cli.openapi.DescribedType;
import dev.posthorn.cli.openapi.DocumentFile;
import dev.posthorn.cli.openapi.WebhooksSection;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.process.TextInput;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(
        name = "import",
        description = {
            "Put the webhooks of an OpenAPI 3.1 document into the catalogue.",
            "",
            "Each webhook is an event type by its name; the schema of its request body is that of the"
                    + " events' data, and what it refers to in the document comes with it. Types that"
                    + " are not in the document stay as they are."
        })
final class EventTypeImportCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(Column.of("SLUG", "slug"), Column.of("OUTCOME", "outcome"));

    @Parameters(paramLabel = "FILE", description = "YAML or JSON, or - for the standard input")
    private String file = "";

    @Option(
            names = "--body",
            paramLabel = "auto|data|standard",
            description =
                    "whether request bodies are the data, or the envelope of the profile standard"
                            + " around it (default: what they look like)")
    private BodyShape shape = BodyShape.AUTO;

    @Option(names = "--enforce", description = "hold publishing to every schema of the document")
    private boolean enforce;

    @Option(names = "--dry-run", description = "say what would be done, and do nothing")
    private boolean dryRun;

    EventTypeImportCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        List<DescribedType> types = types();
        var catalogue = new Catalogue(client, enforce, dryRun);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (DescribedType type : types) {
            String outcome = catalogue.save(type);
            rows.addObject().put("slug", type.slug()).put("outcome", outcome);
        }
        if (output.isJson()) {
            output.json(rows);
        } else {
            output.table(rows, COLUMNS);
        }
        return DONE;
    }

    private List<DescribedType> types() {
        String text = TextInput.ofFile(file, context());
        try {
            return new WebhooksSection(DocumentFile.read(text), shape).types();
        } catch (Failure e) {
            throw new Failure((file.equals("-") ? "" : file + ": ") + e.getMessage(), e.next());
        }
    }
}
