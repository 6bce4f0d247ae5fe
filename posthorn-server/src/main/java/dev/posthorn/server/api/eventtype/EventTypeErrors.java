package dev.posthorn.server.api.eventtype;

import dev.posthorn.core.administration.EventTypeRejection;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import java.util.Map;
import java.util.TreeMap;

/** Says why an event type was not written. */
final class EventTypeErrors {
    private EventTypeErrors() {}

    static ApiError of(EventTypeRejection why) {
        return switch (why) {
            case EventTypeRejection.NoSuchType() -> ApiError.notFound();
            case EventTypeRejection.AlreadyThere(boolean archived) ->
                    ApiError.of(
                            ErrorCode.CONFLICT,
                            archived
                                    ? "This event type is archived: update it with archived false."
                                    : "This event type is in the catalogue already: update it.");
            case EventTypeRejection.TooMany(int most) ->
                    ApiError.of(
                            ErrorCode.CONFLICT, "There may be at most " + most + " event types.");
            case EventTypeRejection.BadSchema(String problem) ->
                    ApiError.invalid("schema", problem);
            case EventTypeRejection.NoSchema() ->
                    ApiError.invalid("enforce", "needs a schema to enforce");
            case EventTypeRejection.ExampleDoesNotFit(var rules) ->
                    ApiError.invalid(named("example", rules));
        };
    }

    private static Map<String, String> named(String field, Map<String, String> rules) {
        Map<String, String> named = new TreeMap<>();
        rules.forEach((pointer, rule) -> named.put(field + pointer, rule));
        return named;
    }
}
