package dev.posthorn.server.ingest;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.ingest.EventDraft.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one event's object, field by field, in one pass over the tokens. What is wrong with a field
 * goes to {@link Problems}; what is wrong with the JSON is thrown by the parser. One thread.
 */
final class EventReader {
    private static final int MAX_CHANNELS = 100;
    private static final int MAX_CHANNEL_LENGTH = 128;
    private static final int MAX_KEY_LENGTH = 256;

    private final JsonParser json;
    private final byte[] body;
    private final IngestLimits limits;
    private final Problems problems;

    EventReader(JsonParser json, byte[] body, IngestLimits limits, Problems problems) {
        this.json = json;
        this.body = body;
        this.limits = limits;
        this.problems = problems;
    }

    /** Reads from an object's start to its end. */
    EventDraft read() {
        EventDraft draft = new EventDraft();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            Field field = fieldOf(name);
            if (field == null) {
                problems.add(name, "unknown field");
                json.skipChildren();
            } else if (!draft.first(field)) {
                problems.add(name, "given twice");
                json.skipChildren();
            } else {
                read(field, name, draft);
            }
        }
        return draft;
    }

    private static @Nullable Field fieldOf(String name) {
        return switch (name) {
            case "type" -> Field.TYPE;
            case "action" -> Field.ACTION;
            case "entity_id" -> Field.ENTITY_ID;
            case "data" -> Field.DATA;
            case "organisation" -> Field.ORGANISATION;
            case "key" -> Field.KEY;
            case "channels" -> Field.CHANNELS;
            case "deliver_at" -> Field.DELIVER_AT;
            case "idempotency_key" -> Field.IDEMPOTENCY_KEY;
            default -> null;
        };
    }

    private void read(Field field, String name, EventDraft draft) {
        switch (field) {
            case TYPE -> draft.type = text(name, Integer.MAX_VALUE);
            case ACTION -> draft.action = text(name, Integer.MAX_VALUE);
            case ENTITY_ID -> draft.entityId = entityId(name);
            case DATA -> data(name, draft);
            case ORGANISATION -> draft.organisation = text(name, MAX_KEY_LENGTH);
            case KEY -> draft.key = text(name, MAX_KEY_LENGTH);
            case CHANNELS -> draft.channels = channels(name);
            case DELIVER_AT -> draft.deliverAt = text(name, MAX_KEY_LENGTH);
            case IDEMPOTENCY_KEY -> draft.idempotencyKey = text(name, MAX_KEY_LENGTH);
        }
    }

    /** Null for JSON null, which says the same as leaving the field out, and for what is wrong. */
    private @Nullable String text(String name, int maxLength) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return checked(name, json.getString(), maxLength);
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            problems.add(name, "must be a string");
            json.skipChildren();
        }
        return null;
    }

    private @Nullable String checked(String name, String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
            problems.add(name, "must have 1 to " + maxLength + " characters");
            return null;
        }
        if (!Unicode.isWellFormed(text)) {
            problems.add(name, "has half of a surrogate pair");
            return null;
        }
        return text;
    }

    private @Nullable EntityId entityId(String name) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> {
                String text = checked(name, json.getString(), EntityId.MAX_LENGTH);
                yield text == null ? null : new EntityId.Text(text);
            }
            case VALUE_NUMBER_INT -> {
                String digits = checked(name, json.getString(), EntityId.MAX_LENGTH);
                yield digits == null ? null : new EntityId.Numeric(digits);
            }
            case VALUE_NULL -> null;
            default -> {
                problems.add(name, "must be a string or an integer");
                json.skipChildren();
                yield null;
            }
        };
    }

    /** Takes the bytes as they stand, and {@code data.id} in passing. */
    private void data(String name, EventDraft draft) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            problems.add(name, "must be an object");
            json.skipChildren();
            return;
        }
        int start = Math.toIntExact(json.currentTokenLocation().getByteOffset());
        for (String inner = json.nextName(); inner != null; inner = json.nextName()) {
            json.nextToken();
            if (inner.equals("id")) {
                draft.dataId = idInData();
            } else {
                json.skipChildren();
            }
        }
        int end = Math.toIntExact(json.currentLocation().getByteOffset());
        if (end - start > limits.maxEventBytes()) {
            draft.refusal = tooLarge(name);
            return;
        }
        draft.data = Arrays.copyOfRange(body, start, end);
    }

    private ApiError tooLarge(String name) {
        String most = "may have at most " + limits.maxEventBytes() + " bytes";
        ApiError named = ApiError.invalid(problems.named(name), most);
        return new ApiError(
                ErrorCode.TOO_LARGE,
                "The data of an event " + most + ".",
                named.params(),
                named.headers());
    }

    /** An id that cannot be an entity's is none: only what is meant for us is refused. */
    private EntityId idInData() {
        return switch (json.currentToken()) {
            case VALUE_STRING ->
                    fits(json.getString()) ? new EntityId.Text(json.getString()) : EntityId.NONE;
            case VALUE_NUMBER_INT ->
                    fits(json.getString()) ? new EntityId.Numeric(json.getString()) : EntityId.NONE;
            default -> {
                json.skipChildren();
                yield EntityId.NONE;
            }
        };
    }

    private static boolean fits(String id) {
        return !id.isEmpty() && id.length() <= EntityId.MAX_LENGTH && Unicode.isWellFormed(id);
    }

    private List<String> channels(String name) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                problems.add(name, "must be an array of strings");
                json.skipChildren();
            }
            return List.of();
        }
        List<String> channels = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String channel = text(name, MAX_CHANNEL_LENGTH);
            if (channel != null && channels.size() < MAX_CHANNELS) {
                channels.add(channel);
            } else {
                problems.add(
                        name,
                        "must be at most "
                                + MAX_CHANNELS
                                + " strings of 1 to "
                                + MAX_CHANNEL_LENGTH
                                + " characters");
            }
        }
        return channels;
    }
}
