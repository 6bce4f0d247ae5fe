package dev.posthorn.cli.receiver;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code posthorn verify}. */
@Command(
        name = "verify",
        description = "Check the signature of a request that was received, whatever its profile.")
public final class VerifyCommand implements Callable<Integer> {
    private final Context context;

    @Option(
            names = "--secret",
            required = true,
            paramLabel = "TEXT",
            description = "secret or public key of the endpoint; may be repeated")
    private List<String> secrets = new ArrayList<>();

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description = "a header of the request; may be repeated")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--body",
            paramLabel = "TEXT|@FILE|-",
            description = "the body byte for byte: itself, a file, or - for the standard input")
    private String body = "";

    public VerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SignatureCheck check = SecretsCheck.of(secrets);
        var request = new ReceivedRequest("POST", "/", headersByName(), bodyBytes(), Instant.now());
        Terminal terminal = context.terminal();
        return switch (check.of(request)) {
            case Verdict.Genuine(String by) -> {
                terminal.line(terminal.paint(Style.GOOD, "✓ ") + "genuine by " + by);
                yield 0;
            }
            case Verdict.Forged(_, String why) -> {
                terminal.line(terminal.paint(Style.BAD, "✗ ") + why);
                yield 1;
            }
            case Verdict.Unchecked _ ->
                    throw new IllegalStateException("picocli let a missing --secret pass");
        };
    }

    private Map<String, String> headersByName() {
        var byName = new HashMap<String, String>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw Failure.usage(
                        "\"" + header + "\" is not a header", "Write it like 'webhook-id: 0199…'.");
            }
            byName.put(
                    header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return byName;
    }

    private byte[] bodyBytes() {
        try {
            if (body.equals("-")) {
                return context.terminal().in().readAllBytes();
            }
            if (body.startsWith("@")) {
                return Files.readAllBytes(context.resolve(Path.of(body.substring(1))));
            }
        } catch (IOException e) {
            throw new Failure(body + " cannot be read: " + e.getMessage(), "");
        }
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
