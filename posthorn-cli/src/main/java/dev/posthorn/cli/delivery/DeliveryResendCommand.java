package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.task.BulkOptions;
import dev.posthorn.cli.task.BulkWork;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "resend",
        description = {
            "Send a delivery again, or all of a filter.",
            "",
            "With an id: that one, also if it was delivered. Without: those that failed and that the"
                    + " options choose; --dry-run counts them first."
        })
final class DeliveryResendCommand extends ClientCommand {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "id of the delivery")
    private @Nullable String id;

    @Mixin private final ResendFilter filter = new ResendFilter();
    @Mixin private final BulkOptions bulk = new BulkOptions();

    DeliveryResendCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) throws InterruptedException {
        Map<String, Object> fields = filter.fields(Instant.now());
        if (id == null && fields.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(),
                    "Give the ID of a delivery, or say which of them, such as --state failed.");
        }
        if (id != null && !fields.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "Give either an ID or options that choose, not both.");
        }
        if (id != null) {
            output.one(client.raw().post(RawCalls.path("deliveries", id, "resend"), null));
            return DONE;
        }
        return new BulkWork(client, output, "/deliveries/resend").run(fields, bulk) ? DONE : FAILED;
    }
}
