package dev.posthorn.cli.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written is what was read. */
class RoundTripTest {
    private static final String ORDER =
            """
            {"$ref":"#/$defs/Order","$defs":{
              "Order":{"type":"object","properties":{
                "sku":{"enum":["1","yes",{"$ref":"no reference"}]},
                "parent":{"$ref":"#/$defs/Order"},
                "line":{"$ref":"#/$defs/Line/properties/a"}}},
              "Line":{"properties":{"a":{"type":"number","multipleOf":0.01}}}}}\
            """;

    private static final List<DescribedType> TYPES =
            List.of(
                    new DescribedType("a", null, null, null, false, false),
                    new DescribedType(
                            "order.paid",
                            "Paid.\nTwice, perhaps: \"yes\".",
                            json(ORDER),
                            json("{\"sku\":\"1\"}"),
                            true,
                            false),
                    new DescribedType("order.sent", null, json(ORDER), null, false, true),
                    new DescribedType(
                            "user.created",
                            "0123",
                            json(
                                    "{\"$ref\":\"#/$defs/Order\",\"$defs\":{\"Order\":{\"type\":\"null\"}}}"),
                            null,
                            false,
                            false));

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private static List<DescribedType> read(String text) {
        return new WebhooksSection(DocumentFile.read(text), BodyShape.AUTO).types();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void as_data_and_in_the_envelope_as_json_and_as_yaml(boolean enveloped) {
        JsonNode document = CatalogueDocument.of(TYPES, enveloped);
        List<DescribedType> again = read(DocumentFile.text(document, false));
        assertThat(read(DocumentFile.text(document, true))).isEqualTo(again);
        assertThat(CatalogueDocument.of(again, enveloped)).isEqualTo(document);
        assertThat(again.get(1).description()).isEqualTo("Paid.\nTwice, perhaps: \"yes\".");
        assertThat(again.get(1).example()).isEqualTo(json("{\"sku\":\"1\"}"));
    }

    @Test
    void schemas_share_what_is_the_same_and_keep_what_is_not() {
        JsonNode schemas = CatalogueDocument.of(TYPES, false).path("components").path("schemas");
        assertThat(schemas.propertyNames()).containsExactly("Order", "Line", "user.created.Order");
    }

    @Test
    void a_schema_with_an_id_of_its_own_is_left_as_it_is() {
        JsonNode schema = json("{\"$id\":\"urn:x\",\"$ref\":\"#/$defs/A\",\"$defs\":{\"A\":{}}}");
        var type = new DescribedType("a.b", null, schema, null, false, false);
        assertThat(read(DocumentFile.text(CatalogueDocument.of(List.of(type), false), false)))
                .singleElement()
                .extracting(DescribedType::schema)
                .isEqualTo(schema);
    }
}
