package dev.posthorn.server.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds calls and answers against the document. A request is held against it when it was accepted:
 * what is accepted must be written down, what is refused may be anything.
 */
public final class Contract {
    private static final Contract SHIPPED = new Contract(OpenApi.shipped());
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenApi document;
    private final Schemas schemas;

    private Contract(OpenApi document) {
        this.document = document;
        this.schemas = new Schemas(document);
    }

    /** Throws {@link AssertionError} with everything that is not as written. */
    public static void check(Exchanged call) {
        List<String> problems = SHIPPED.problems(call);
        if (!problems.isEmpty()) {
            throw new AssertionError(
                    "not as openapi.yaml has it: " + String.join("; ", problems) + " in " + call);
        }
    }

    List<String> problems(Exchanged call) {
        if (call.method().equals("OPTIONS") || call.method().equals("HEAD")) {
            return List.of();
        }
        Optional<Map<String, Operation>> place = document.at(call.path());
        if (place.isEmpty()) {
            return refusal(call, 404);
        }
        Operation operation = place.get().get(call.method());
        return operation == null ? wrongMethod(call, place.get()) : problems(call, operation);
    }

    private List<String> refusal(Exchanged call, int wanted) {
        List<String> problems = new ArrayList<>();
        if (call.status() != wanted) {
            problems.add("is not described, so it should be answered " + wanted);
        }
        JsonNode error = document.root().at("/components/schemas/Error");
        problems.addAll(schemas.problems(error, JSON.readTree(call.body())));
        return problems;
    }

    private List<String> wrongMethod(Exchanged call, Map<String, Operation> described) {
        TreeSet<String> allowed = new TreeSet<>(described.keySet());
        allowed.add("OPTIONS");
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        List<String> problems = new ArrayList<>(refusal(call, 405));
        if (!allowed.containsAll(List.of(call.header("Allow").split(", ", -1)))) {
            problems.add("Allow should be " + allowed + ", not " + call.header("Allow"));
        }
        return problems;
    }

    private List<String> problems(Exchanged call, Operation operation) {
        List<String> problems = new ArrayList<>();
        operation
                .response(call.status())
                .ifPresentOrElse(
                        response -> answer(call, response, problems),
                        () -> problems.add("the status " + call.status() + " is not described"));
        if (call.done()) {
            query(call, operation, problems);
            if (!inPart(call)) {
                request(call, operation, problems);
            }
        }
        return problems;
    }

    /** Then the call is accepted although events in it are not. */
    private static boolean inPart(Exchanged call) {
        return call.query().contains("partial=true");
    }

    private void answer(Exchanged call, JsonNode response, List<String> problems) {
        response.path("headers")
                .properties()
                .forEach(header -> header(call, header.getKey(), header.getValue(), problems));
        Map<String, JsonNode> bodies = Operation.schemas(response);
        if (bodies.isEmpty()) {
            return;
        }
        String type = call.header("Content-Type").split(";", 2)[0];
        JsonNode schema = bodies.get(type);
        if (schema == null) {
            problems.add("the content type " + type + " is not described");
        } else if (type.equals("application/json")) {
            JsonNode body = JSON.readTree(call.body());
            problems.addAll(schemas.problems(schema, body));
            problems.addAll(Nesting.problems(body));
        }
    }

    private void header(Exchanged call, String name, JsonNode header, List<String> problems) {
        String value = call.header(name);
        JsonNode described = document.resolved(header);
        if (!value.isEmpty()) {
            problems.addAll(
                    schemas.problems(
                            described.get("schema"), JSON.getNodeFactory().stringNode(value)));
        } else if (described.path("required").asBoolean(false)) {
            problems.add("the header " + name + " is missing");
        }
    }

    private void query(Exchanged call, Operation operation, List<String> problems) {
        Map<String, JsonNode> described = operation.query();
        parameters(call.query())
                .forEach((name, value) -> {
                    JsonNode schema = described.get(name.replaceAll("__([gl]te?)$", "[$1]"));
                    if (schema == null) {
                        problems.add("the parameter " + name + " is not described");
                    } else if (!value.isEmpty()) {
                        schemas.problems(schema, read(schema, value))
                                .forEach(problem -> problems.add(name + ": " + problem));
                    }
                });
    }

    private static Map<String, String> parameters(String query) {
        return List.of(query.split("&", -1)).stream()
                .filter(pair -> !pair.isEmpty())
                .map(pair -> (pair + "=").split("=", 3))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode read(JsonNode schema, String value) {
        boolean text = !List.of("integer", "boolean").contains(schema.path("type").asString(""));
        return text ? JSON.getNodeFactory().stringNode(value) : JSON.readTree(value);
    }

    private void request(Exchanged call, Operation operation, List<String> problems) {
        boolean nothing = new String(call.sent(), StandardCharsets.UTF_8).isBlank();
        boolean inPart = call.query().contains("partial=true");
        JsonNode schema = operation.requestSchemas().get("application/json");
        if (call.lines() || inPart || nothing || schema == null) {
            if (schema != null
                    && nothing
                    && operation.node().at("/requestBody/required").asBoolean(false)) {
                problems.add("a body is described as required, and none was accepted");
            }
            return;
        }
        schemas.problems(schema, JSON.readTree(call.sent()))
                .forEach(problem -> problems.add("request: " + problem));
    }
}
