package dev.posthorn.server.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The check itself: that it lets through what is written down and nothing else. */
class ContractTest {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
    private static final String HEALTHY = "{'status':'ok'}";
    private static final String EMPTY =
            "{'resource':'list','data':[],'has_more':false,'total_count':0,'url':'/tasks'}";
    private static final String ERROR = "{'error':'not-found','message':'No.'}";

    private static Exchanged call(String call, String sent, int status, String body) {
        String[] words = call.split(" ", 2);
        return new Exchanged(
                words[0],
                words[1],
                sent.replace('\'', '"').getBytes(UTF_8),
                false,
                status,
                JSON,
                body.replace('\'', '"'));
    }

    private static void accepts(String call, int status, String body) {
        Contract.check(call(call, "", status, body));
    }

    private static void refuses(String why, String call, String sent, int status, String body) {
        assertThatThrownBy(() -> Contract.check(call(call, sent, status, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }

    @Test
    void lets_through_what_is_written_down() {
        accepts("GET /healthz", 200, HEALTHY);
        accepts("GET /healthz/", 200, HEALTHY);
        accepts("GET /tasks?limit=7&state=failed", 200, EMPTY);
        accepts("GET /nowhere", 404, ERROR);
    }

    @Test
    void finds_a_field_too_many_one_too_few_and_a_wrong_one() {
        refuses("colour", "GET /healthz", "", 200, "{'status':'ok','colour':'red'}");
        refuses("status", "GET /healthz", "", 200, "{}");
        refuses("enumeration", "GET /healthz", "", 200, "{'status':'fine'}");
        refuses("has_more", "GET /tasks", "", 200, EMPTY.replace("'has_more':false,", ""));
    }

    @Test
    void finds_what_nobody_wrote_down() {
        refuses("status 204", "GET /healthz", "", 204, HEALTHY);
        refuses("should be answered 404", "GET /nowhere", "", 200, ERROR);
        refuses("should be answered 405", "DELETE /healthz", "", 200, ERROR);
        refuses("parameter colour", "GET /tasks?colour=red", "", 200, EMPTY);
        refuses("state", "GET /tasks?state=red", "", 200, EMPTY);
        refuses("limit", "GET /tasks?limit=1001", "", 200, EMPTY);
    }

    @Test
    void finds_a_missing_header_and_a_wrong_method() {
        refuses(
                "WWW-Authenticate is missing",
                "GET /tasks",
                "",
                401,
                ERROR.replace("not-found", "unauthorised"));
        refuses("Allow should be [GET, HEAD, OPTIONS]", "POST /tasks", "", 405, ERROR);
    }

    @Test
    void finds_an_accepted_request_that_should_not_be() {
        refuses("request:", "POST /deliveries/a/resend", "{'colour':'red'}", 200, "{}");
        refuses("body is described as required", "POST /configs/webhook", "", 201, "{}");
    }

    @Test
    void finds_resource_in_a_nested_value() {
        String list = EMPTY.replace("[]", "[{'resource':'task','key':{'resource':'key'}}]");
        refuses("nested value carries resource: data[].key", "GET /tasks", "", 200, list);
    }

    @Test
    void has_examples_that_meet_their_schemas() {
        OpenApi document = OpenApi.shipped();
        Schemas schemas = new Schemas(document);
        List<String> problems = new ArrayList<>();
        document.root()
                .findParents("schema")
                .forEach(content -> {
                    List<JsonNode> examples = new ArrayList<>();
                    content.path("examples").forEach(one -> examples.add(one.path("value")));
                    if (content.has("example")) {
                        examples.add(content.get("example"));
                    }
                    examples.forEach(example ->
                            problems.addAll(schemas.problems(content.get("schema"), example)));
                });
        assertThat(problems).isEmpty();
    }

    @Test
    void reads_a_document_with_many_operations() {
        assertThat(OpenApi.shipped().operations()).hasSizeGreaterThan(30);
    }
}
