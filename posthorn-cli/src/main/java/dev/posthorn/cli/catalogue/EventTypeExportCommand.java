package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.openapi.CatalogueDocument;
import dev.posthorn.cli.openapi.DescribedType;
import dev.posthorn.cli.openapi.DocumentFile;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.resource.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Write the catalogue as an OpenAPI 3.1 document, one webhook for each event type.",
            "",
            "Read back with `posthorn event-type import`, it gives the same catalogue."
        })
final class EventTypeExportCommand extends ClientCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "YAML, or JSON when it ends in .json (default: -, the standard output)")
    private String file = "-";

    @Option(
            names = "--body",
            paramLabel = "data|standard",
            description =
                    "request bodies are the data, or the envelope of the profile standard around it"
                            + " (default: data)")
    private String body = "data";

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    EventTypeExportCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) throws IOException {
        if (!List.of("data", "standard").contains(body)) {
            throw Failure.usage("--body is data or standard, not " + body, "Correct it.");
        }
        List<DescribedType> types = types(client);
        var document = CatalogueDocument.of(types, body.equals("standard"));
        if (file.equals("-")) {
            output.terminal().out().print(DocumentFile.text(document, output.isJsonWanted()));
            return DONE;
        }
        Path path = context().resolve(Path.of(file));
        if (Files.exists(path) && !force) {
            throw new Failure(path + " is there already", "Add --force to write over it.");
        }
        Files.writeString(path, DocumentFile.text(document, file.endsWith(".json")));
        output.terminal().note(types.size() + " event types written to " + path);
        return DONE;
    }

    /** Those Posthorn comes with are not the user's to describe. */
    private static List<DescribedType> types(PosthornClient client) {
        return Catalogue.all(client)
                .filter(type -> type.dateCreated() != null)
                .sorted(Comparator.comparing(EventType::slug))
                .map(EventTypeExportCommand::described)
                .toList();
    }

    private static DescribedType described(EventType type) {
        return new DescribedType(
                type.slug(),
                type.description(),
                Catalogue.present(type.schema()),
                Catalogue.present(type.example()),
                type.enforce(),
                type.archived());
    }
}
