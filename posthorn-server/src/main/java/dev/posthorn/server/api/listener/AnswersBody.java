package dev.posthorn.server.api.listener;

import dev.posthorn.core.attempt.Response;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.listener.ListenerAnswer;
import dev.posthorn.server.listener.ListenerLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what a listener says became of requests. One thread. */
final class AnswersBody {
    private static final Set<String> FIELDS =
            Set.of("id", "status", "headers", "body", "truncated", "error");

    /** As of an answer over HTTP. */
    private static final int MAX_HEADERS = 100;

    private static final int MAX_HEADER_CHARS = 16 * 1024;
    private static final int MAX_ERROR_CHARS = 500;

    private final BodyFields body;
    private final List<ListenerAnswer> answers = new ArrayList<>();

    private AnswersBody(BodyFields body) {
        this.body = body;
    }

    /** Throws for everything that is wrong. */
    static List<ListenerAnswer> read(BodyFields body) {
        AnswersBody reading = new AnswersBody(body);
        if (!body.has("answers")) {
            body.problem("answers", "is missing");
        }
        body.json("answers", reading::all);
        body.done();
        return reading.answers;
    }

    private void all(JsonNode array) {
        if (!array.isArray() || array.size() > ListenerLimits.MAX_IN_FLIGHT) {
            body.problem("answers", "must be an array of at most " + ListenerLimits.MAX_IN_FLIGHT);
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            one(array.get(i), "answers[" + i + "]");
        }
    }

    private void one(JsonNode answer, String place) {
        if (!answer.isObject()) {
            body.problem(place, "must be an object");
            return;
        }
        answer.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> body.problem(place + "." + name, "unknown field"));
        long number = integer(answer.path("id"), place + ".id", 1, Long.MAX_VALUE);
        if (answer.hasNonNull("error")) {
            answers.add(new ListenerAnswer.Failed(number, error(answer, place + ".error")));
        } else {
            int status = (int) integer(answer.path("status"), place + ".status", 100, 599);
            answers.add(new ListenerAnswer.Answered(number, response(status, answer, place)));
        }
    }

    private long integer(JsonNode value, String place, long least, long most) {
        boolean fits =
                value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= least
                        && value.longValue() <= most;
        if (!fits) {
            body.problem(place, "must be an integer from " + least + " to " + most);
        }
        return fits ? value.longValue() : least;
    }

    private String error(JsonNode answer, String place) {
        String text = answer.path("error").asString("");
        if (text.isEmpty() || text.length() > MAX_ERROR_CHARS) {
            body.problem(place, "must be a string of 1 to " + MAX_ERROR_CHARS + " characters");
        }
        return text;
    }

    private Response response(int status, JsonNode answer, String place) {
        byte[] text = text(answer.path("body"), place + ".body");
        boolean fits = text.length <= Response.MAX_BODY_BYTES;
        return new Response(
                status,
                headers(answer.path("headers"), place + ".headers"),
                fits ? text : Arrays.copyOf(text, Response.MAX_BODY_BYTES),
                !fits || answer.path("truncated").asBoolean(false));
    }

    private byte[] text(JsonNode value, String place) {
        if (!value.isString() && !value.isMissingNode() && !value.isNull()) {
            body.problem(place, "must be a string");
        }
        return value.asString("").getBytes(StandardCharsets.UTF_8);
    }

    private String[] headers(JsonNode object, String place) {
        List<String> pairs = new ArrayList<>();
        int chars = 0;
        for (Map.Entry<String, JsonNode> header : object.properties()) {
            String value = header.getValue().asString("");
            chars += header.getKey().length() + value.length();
            pairs.add(header.getKey());
            pairs.add(value);
        }
        boolean isNone = object.isMissingNode() || object.isNull();
        if (!object.isObject() && !isNone) {
            body.problem(place, "must be an object");
        } else if (pairs.size() > 2 * MAX_HEADERS || chars > MAX_HEADER_CHARS) {
            body.problem(
                    place,
                    "must be at most %d headers of %d characters in all"
                            .formatted(MAX_HEADERS, MAX_HEADER_CHARS));
        }
        return pairs.toArray(String[]::new);
    }
}
