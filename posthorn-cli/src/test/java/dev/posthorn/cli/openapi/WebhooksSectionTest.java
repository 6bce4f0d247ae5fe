package dev.posthorn.cli.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.cli.process.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhooksSectionTest {
    private static final String DOCUMENT =
            """
            openapi: 3.1.0
            webhooks:
              order.paid:
                post:
                  summary: An order was paid.
                  requestBody: {$ref: '#/components/requestBodies/Order'}
              user.created:
                $ref: '#/components/pathItems/UserCreated'
            components:
              pathItems:
                UserCreated:
                  put:
                    x-posthorn-enforce: true
                    requestBody:
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              type: {type: string}
                              timestamp: {type: string}
                              data: {$ref: '#/components/schemas/User'}
                          examples:
                            one: {value: {type: user.created, timestamp: '2026', data: {id: 1}}}
              requestBodies:
                Order:
                  content:
                    text/plain: {schema: {type: string}}
                    application/json; charset=utf-8:
                      schema: {$ref: '#/components/schemas/Order'}
              schemas:
                Order: {type: object, example: {id: o1}}
                User: {type: object}
            """;

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private static List<DescribedType> read(String text, BodyShape shape) {
        return new WebhooksSection(DocumentFile.read(text), shape).types();
    }

    @Test
    void follows_references_and_looks_into_the_envelope() {
        assertThat(read(DOCUMENT, BodyShape.AUTO))
                .containsExactly(
                        new DescribedType(
                                "order.paid",
                                "An order was paid.",
                                json(
                                        "{\"$ref\":\"#/$defs/Order\",\"$defs\":{\"Order\":"
                                                + "{\"type\":\"object\",\"example\":{\"id\":\"o1\"}}}}"),
                                json("{\"id\":\"o1\"}"),
                                null,
                                false),
                        new DescribedType(
                                "user.created",
                                null,
                                json(
                                        "{\"$ref\":\"#/$defs/User\","
                                                + "\"$defs\":{\"User\":{\"type\":\"object\"}}}"),
                                json("{\"id\":1}"),
                                true,
                                false));
    }

    @Test
    void takes_bodies_for_data_when_told_so() {
        JsonNode schema = read(DOCUMENT, BodyShape.DATA).get(1).schema();
        assertThat(schema.path("properties").propertyNames())
                .containsExactly("type", "timestamp", "data");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`[`|it is neither YAML nor JSON",
                "`a: b`|it is not an OpenAPI document",
                "`openapi: 3.1.0`|the document has no webhooks",
                "`{openapi: 3.1.0, webhooks: {'a b': {}}}`|webhooks.a b is not the name of an event",
                "`{openapi: 3.1.0, webhooks: {a: {}}}`|webhooks.a: has no operation",
                "`{openapi: 3.1.0, webhooks: {a: {$ref: 'x.yaml'}}}`|webhooks.a: $ref x.yaml leads",
                "`{openapi: 3.1.0, webhooks: {a: {post: {requestBody: {content: {application/json:"
                        + " {schema: {$ref: '#/components/schemas/No'}}}}}}}}`|webhooks.a: $ref"
                        + " #/components/schemas/No leads to nothing",
                "`{openapi: 3.1.0, webhooks: {a: {post: {requestBody: {content: {application/json:"
                        + " {schema: {items: {$ref: '#/webhooks/a'}}}}}}}}}`|webhooks.a: $ref"
                        + " #/webhooks/a cannot be kept",
            })
    void says_what_is_wrong_and_where(String document, String message) {
        assertThatThrownBy(() -> read(document, BodyShape.AUTO))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void references_that_go_in_a_circle_end() {
        String circle =
                "{openapi: 3.1.0, webhooks: {a: {$ref: '#/components/pathItems/B'}},"
                        + " components: {pathItems: {B: {$ref: '#/components/pathItems/B'}}}}";
        assertThatThrownBy(() -> read(circle, BodyShape.AUTO)).isInstanceOf(Failure.class);
    }
}
