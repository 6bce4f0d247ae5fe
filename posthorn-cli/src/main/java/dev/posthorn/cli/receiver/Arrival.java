package dev.posthorn.cli.receiver;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a request is about, read in the shape of the profile it was sent with.
 *
 * @param type slug of the event as far as the profile tells it
 * @param id of the event, the same on every attempt; empty when there is none
 * @param body as JSON; missing when it is none
 */
public record Arrival(String profile, String type, String id, JsonNode body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public static Arrival of(ReceivedRequest request) {
        JsonNode body = json(request);
        String profile = profile(request, body);
        String id = request.header("webhook-id").orElseGet(() -> text(body, "id"));
        return new Arrival(profile, type(profile, request, body), id, body);
    }

    private static String profile(ReceivedRequest request, JsonNode body) {
        if (request.has("ricloud-signature")) {
            return "ricloud";
        }
        if (request.has("token") || request.has("x-fastcomments-signature")) {
            return "fastcomments";
        }
        String contentType = request.header("content-type").orElse("");
        if (contentType.startsWith("application/cloudevents") || request.has("ce-id")) {
            return "cloudevents";
        }
        if (request.has("svix-id")) {
            return "svix";
        }
        return body.has("entity_type") && body.has("action_type") ? "eventinsight" : "standard";
    }

    private static String type(String profile, ReceivedRequest request, JsonNode body) {
        return switch (profile) {
            case "ricloud" -> joined(text(body, "type"), text(body, "action"));
            case "eventinsight" -> joined(text(body, "entity_type"), text(body, "action_type"));
            case "fastcomments" ->
                    request.method().equals("DELETE") ? "comment.deleted" : "comment";
            case "cloudevents" -> request.header("ce-type").orElseGet(() -> text(body, "type"));
            default -> text(body, "type");
        };
    }

    private static String joined(String entity, String action) {
        return action.isEmpty() ? entity : entity + "." + action;
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asString("");
    }

    private static JsonNode json(ReceivedRequest request) {
        try {
            return Optional.ofNullable(MAPPER.readTree(request.body()))
                    .orElse(MissingNode.getInstance());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The body with a line per field; as it came when it is no JSON. */
    public String pretty(ReceivedRequest request) {
        return body.isMissingNode() ? request.text() : body.toPrettyString();
    }
}
