package dev.posthorn.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event to publish. Immutable.
 *
 * <p>{@code NewEvent.of("user.updated").entityId("42").data(user)}
 */
public final class NewEvent {
    private static final String KEY = "idempotency_key";

    /** Values by field: JSON as it is to be sent. */
    private final Map<String, String> fields;

    private NewEvent(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * {@code type} is a dotted slug {@code entity.action}.
     *
     * @param type such as {@code user.updated}
     * @return an event with it
     */
    public static NewEvent of(String type) {
        return new NewEvent(Map.of()).with("type", type);
    }

    /**
     * What it happened to.
     *
     * @param id kept in its type, text or number
     * @return an event with it
     */
    public NewEvent entityId(String id) {
        return with("entity_id", id);
    }

    /**
     * What it happened to, when that is numbered.
     *
     * @param id kept in its type, text or number
     * @return an event with it
     */
    public NewEvent entityId(long id) {
        return with("entity_id", id);
    }

    /**
     * Anything Jackson turns into a JSON object: a map, a record, a bean.
     *
     * @param data turned into a JSON object
     * @return an event with it
     */
    public NewEvent data(Object data) {
        return with("data", data);
    }

    /**
     * A JSON object that reaches receivers byte for byte.
     *
     * @param json sent as it is
     * @return an event with it
     */
    public NewEvent dataJson(String json) {
        return withJson("data", json);
    }

    /**
     * Id or uid; needed by keys that belong to no organisation.
     *
     * @param organisation id or uid
     * @return an event with it
     */
    public NewEvent organisation(String organisation) {
        return with("organisation", organisation);
    }

    /**
     * Id of the key on whose behalf it is published, which decides where it is routed.
     *
     * @param key its id
     * @return an event with it
     */
    public NewEvent key(String key) {
        return with("key", key);
    }

    /**
     * Endpoints that have channels get it when one of theirs is among these.
     *
     * @param channels names; any one will do
     * @return an event with it
     */
    public NewEvent channels(String... channels) {
        return with("channels", List.of(channels));
    }

    /**
     * Not before this, and at most 7 days ahead.
     *
     * @param instant to the millisecond
     * @return an event with it
     */
    public NewEvent deliverAt(Instant instant) {
        return with("deliver_at", instant.toString());
    }

    /**
     * Publishing again with the same key and content answers with the first event.
     *
     * @param key of up to 256 characters, made from what happened
     * @return an event with it
     */
    public NewEvent idempotencyKey(String key) {
        return with(KEY, key);
    }

    /** The same with a key of its own if it has none, so that it may be sent twice. */
    NewEvent repeatable() {
        return fields.containsKey(KEY) ? this : idempotencyKey(UUID.randomUUID().toString());
    }

    private NewEvent with(String field, Object value) {
        return withJson(field, Json.MAPPER.writeValueAsString(value));
    }

    private NewEvent withJson(String field, String json) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, json);
        return new NewEvent(more);
    }

    String json() {
        var json = new StringBuilder("{");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.append(json.length() == 1 ? "\"" : ",\"").append(field.getKey()).append("\":");
            json.append(field.getValue());
        }
        return json.append('}').toString();
    }
}
