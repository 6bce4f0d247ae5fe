package dev.posthorn.cli.event;

import dev.posthorn.cli.process.Failure;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.PosthornException;
import dev.posthorn.client.resource.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Publishes the lines of a file in batches, each of them whole or not at all. */
final class Upload {
    /** Half of what the server takes in one request, so that no batch comes near its limit. */
    private static final int BATCH_BYTES = 8 << 20;

    private static final Pattern POSITION = Pattern.compile("events\\[(\\d+)]");

    private final PosthornClient client;
    private final EventLine eventLine;
    private final int batchSize;
    private final LongConsumer progress;

    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private final List<Long> batchLines = new ArrayList<>();
    private UploadSum sum = UploadSum.NOTHING;

    /** {@code progress} is told the number of events published so far. */
    Upload(PosthornClient client, EventLine eventLine, int batchSize, LongConsumer progress) {
        this.client = client;
        this.eventLine = eventLine;
        this.batchSize = batchSize;
        this.progress = progress;
    }

    /** Leaves out the first {@code skip} lines. */
    UploadSum publish(Lines lines, long skip) throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (lines.number() > skip) {
                add(line.get(), lines.number());
            }
        }
        flush();
        return sum;
    }

    private void add(byte[] line, long number) {
        byte[] event;
        try {
            event = eventLine.event(line, number);
        } catch (EventLine.NotAnEvent e) {
            throw refused("line " + number + " " + e.getMessage(), number);
        }
        if (batch.size() + event.length > BATCH_BYTES) {
            flush();
        }
        batch.writeBytes(event);
        batch.write('\n');
        batchLines.add(number);
        if (batchLines.size() == batchSize) {
            flush();
        }
    }

    private void flush() {
        if (batchLines.isEmpty()) {
            return;
        }
        try {
            for (Event event : client.events().publishLines(batch.toByteArray(), true)) {
                sum = event.duplicate() ? sum.repeated() : sum.published(event.deliveries());
            }
        } catch (PosthornException e) {
            throw e.params().isEmpty() ? interrupted(e) : refused(sentence(e), firstLine());
        }
        batch.reset();
        batchLines.clear();
        progress.accept(sum.stored());
    }

    private long firstLine() {
        return batchLines.get(0);
    }

    /** The server counts within the batch, people count lines. */
    private String sentence(PosthornException refusal) {
        var param = refusal.params().entrySet().iterator().next();
        Matcher position = POSITION.matcher(param.getKey());
        if (!position.lookingAt() || Integer.parseInt(position.group(1)) >= batchLines.size()) {
            return param.getKey() + ": " + param.getValue();
        }
        long line = batchLines.get(Integer.parseInt(position.group(1)));
        return "line " + line + position.replaceFirst("") + ": " + param.getValue();
    }

    private Failure refused(String sentence, long from) {
        return new Failure(sentence, "Correct it and go on with --skip " + before(from) + done());
    }

    private Failure interrupted(PosthornException e) {
        return new Failure(
                String.valueOf(e.getMessage()),
                "Go on with --skip " + before(firstLine()) + done());
    }

    /** Lines whose events are published: a batch in the making is not. */
    private long before(long line) {
        return (batchLines.isEmpty() ? line : firstLine()) - 1;
    }

    private String done() {
        return ": " + sum.stored() + " events before that are published.";
    }
}
