package dev.posthorn.server.ingest;

import dev.posthorn.core.ingest.NewEvent;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} header: the same as the field of a single event. */
final class IdempotencyHeader {
    static final String NAME = "Idempotency-Key";
    private static final int MAX_LENGTH = 256;

    private IdempotencyHeader() {}

    /** The submission with the header's key in its one event. */
    static Submission apply(@Nullable String header, Submission submission) {
        if (header == null) {
            return submission;
        }
        if (submission.batch()) {
            throw refused("several events need a key each: idempotency_key");
        }
        ParsedEvent only = submission.events().getFirst();
        String key = text(unquoted(header));
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            throw refused("must have 1 to " + MAX_LENGTH + " characters");
        }
        String inBody = only.event().idempotencyKey();
        if (inBody != null && !inBody.equals(key)) {
            throw refused("is not the idempotency_key of the body");
        }
        ParsedEvent keyed =
                new ParsedEvent(withKey(only.event(), key), only.organisation(), only.key());
        return new Submission(List.of(keyed), false);
    }

    private static String unquoted(String header) {
        boolean quoted = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1) : header;
    }

    /**
     * Headers arrive a character per byte: the bytes are read as the UTF-8 that bodies have, so
     * that the same bytes are the same key wherever they stand.
     */
    private static String text(String bytes) {
        byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        if (Utf8.firstInvalid(raw) >= 0) {
            throw refused("must be UTF-8");
        }
        return new String(raw, StandardCharsets.UTF_8);
    }

    private static NewEvent withKey(NewEvent event, String key) {
        return new NewEvent(
                event.type(),
                event.entityId(),
                event.channels(),
                event.data(),
                event.deliverAtMs(),
                key);
    }

    private static RefusedException refused(String problem) {
        return new RefusedException(ApiError.invalid(NAME, problem));
    }
}
