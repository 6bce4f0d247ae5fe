package dev.posthorn.cli.event;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the lines of a file are published. */
final class UploadOptions {
    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "of a file: events in one request (default: 1000)")
    int batch = 1000;

    @Option(
            names = "--skip",
            paramLabel = "N",
            description = "of a file: leave out the first lines")
    long skip;

    @Option(
            names = "--upload",
            paramLabel = "NAME",
            description = {
                "of a file: what its idempotency keys are made from, besides each line and its number.",
                "The same upload again publishes nothing twice (default: the file's name)"
            })
    private @Nullable String upload;

    /** {@code source} as {@code --data} has it. */
    String name(String source) {
        if (upload != null) {
            return upload;
        }
        String file = source.startsWith("@") ? source.substring(1) : source;
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
