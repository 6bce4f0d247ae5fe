package dev.posthorn.server.ingest;

import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.InvalidJson;
import dev.posthorn.server.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads the body of a publishing call: one object, an array of them, or one a line. All of it is
 * checked, the nested data too; nothing is built but what is kept. Used by many threads.
 */
final class EventParser {
    /** Deeper nesting is an attack or a bug. */
    private static final int MAX_DEPTH = 128;

    /**
     * Names are not interned: they are the publisher's and have no end. They stay canonicalised,
     * since without it the parser works on characters and knows no byte offsets. The charset is not
     * guessed for the same reason: it is UTF-8.
     */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                    .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                    .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final IngestLimits limits;

    EventParser(IngestLimits limits) {
        this.limits = limits;
    }

    /** As with {@code partial} false. */
    Submission parse(byte[] body, boolean lines, long nowMs) {
        return parse(body, lines, false, nowMs);
    }

    /**
     * Throws {@link RefusedException} with everything that is wrong with the body; where a batch is
     * taken in part only for what leaves its other events unclear too.
     */
    Submission parse(byte[] body, boolean lines, boolean partial, long nowMs) {
        int invalid = Utf8.firstInvalid(body);
        if (invalid >= 0) {
            throw InvalidJson.notUtf8(body, invalid);
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            return new Call(json, body, partial, nowMs).read(lines);
        } catch (JacksonException e) {
            throw InvalidJson.at(e);
        }
    }

    /** One body being read. */
    private final class Call {
        private final JsonParser json;
        private final byte[] body;
        private final boolean partial;
        private @Nullable Refusals refusals;
        private final Problems problems = new Problems();
        private final EventReader reader;
        private final EventCheck check;
        private final List<ParsedEvent> events = new ArrayList<>(1);
        private int read;

        Call(JsonParser json, byte[] body, boolean partial, long nowMs) {
            this.json = json;
            this.body = body;
            this.partial = partial;
            this.reader = new EventReader(json, body, limits, problems);
            this.check = new EventCheck(limits, problems, nowMs);
        }

        Submission read(boolean lines) {
            JsonToken first = json.nextToken();
            boolean batch = lines || first == JsonToken.START_ARRAY;
            refusals = partial && batch ? new Refusals() : null;
            if (lines) {
                lines(first);
            } else if (first == JsonToken.START_OBJECT) {
                event();
                end();
            } else if (first == JsonToken.START_ARRAY) {
                array();
                end();
            } else {
                throw InvalidJson.refused("The body must be an event or an array of events.");
            }
            return finished(batch);
        }

        private Submission finished(boolean batch) {
            if (!problems.none()) {
                throw problems.refusal();
            }
            if (read == 0) {
                throw InvalidJson.refused("The body has no events.");
            }
            return new Submission(events, batch, refusals);
        }

        private void array() {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                element();
            }
        }

        private void lines(JsonToken first) {
            for (JsonToken token = first; token != null; token = json.nextToken()) {
                element();
                endOfLine();
            }
        }

        private void element() {
            if (read == limits.maxBatch()) {
                throw new RefusedException(
                        ApiError.of(
                                ErrorCode.TOO_LARGE,
                                "One call may bring at most " + limits.maxBatch() + " events."));
            }
            problems.at("events[" + read + "].");
            if (json.currentToken() == JsonToken.START_OBJECT) {
                event();
            } else {
                problems.at("");
                problems.add("events[" + read + "]", "must be an object");
                json.skipChildren();
                ended();
            }
        }

        private void event() {
            EventDraft draft = reader.read();
            ParsedEvent event = check.check(draft);
            if (draft.refusal != null) {
                refuse(draft.refusal);
            } else if (event != null && (refusals == null || problems.none())) {
                events.add(event);
            }
            ended();
        }

        private void refuse(ApiError error) {
            if (refusals == null) {
                throw new RefusedException(error);
            }
            refusals.put(read, error);
        }

        /** An element is read: in part, what was wrong with it is its own affair. */
        private void ended() {
            if (refusals != null && !problems.none()) {
                refusals.put(read, problems.refusal().error());
                problems.clear();
            }
            read++;
            if (problems.enough()) {
                throw problems.refusal();
            }
        }

        private void end() {
            if (json.nextToken() != null) {
                throw InvalidJson.refused("The body goes on after its JSON has ended.");
            }
        }

        /** Two values on one line are not lines. */
        private void endOfLine() {
            int at = Math.toIntExact(json.currentLocation().getByteOffset());
            while (at < body.length && body[at] != '\n') {
                if (body[at] != ' ' && body[at] != '\t' && body[at] != '\r') {
                    throw InvalidJson.refused("Line " + read + " goes on after its event.");
                }
                at++;
            }
        }
    }
}
