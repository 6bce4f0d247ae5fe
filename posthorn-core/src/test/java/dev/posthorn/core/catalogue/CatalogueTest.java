package dev.posthorn.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.event.Payload;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {
    /** As documented for WebhookComment, in its order. */
    private static final List<String> COMMENT_FIELDS =
            List.of(
                    "id",
                    "urlId",
                    "url",
                    "userId",
                    "commenterEmail",
                    "commenterName",
                    "comment",
                    "commentHTML",
                    "parentId",
                    "date",
                    "votes",
                    "verified",
                    "verifiedDate",
                    "reviewed",
                    "avatarSrc",
                    "isSpam",
                    "aiDeterminedSpam",
                    "hasImages",
                    "pageNumber",
                    "approved",
                    "locale");

    @Test
    void knows_what_happens_to_comments_users_and_companies() {
        assertThat(Catalogue.entries().stream().map(entry -> entry.type().slug()))
                .containsExactly(
                        "comment.created",
                        "comment.updated",
                        "comment.deleted",
                        "user.created",
                        "user.updated",
                        "user.deleted",
                        "company.created",
                        "company.updated",
                        "company.deleted");
    }

    @Test
    void shows_a_comment_with_every_documented_field() {
        JsonNode comment = json(Catalogue.example("comment.created").orElseThrow());

        assertThat(comment.propertyNames()).containsExactlyElementsOf(COMMENT_FIELDS);
        assertThat(comment).noneMatch(JsonNode::isNull);
    }

    @Test
    void leaves_only_the_id_of_what_was_deleted() {
        for (String entity : List.of("comment", "user", "company")) {
            JsonNode deleted = json(Catalogue.example(entity + ".deleted").orElseThrow());
            assertThat(deleted.propertyNames()).containsExactly("id");
        }
    }

    @Test
    void describes_every_field_of_its_examples_with_the_type_it_has() {
        for (CatalogueEntry entry : Catalogue.entries()) {
            JsonNode fields = json(entry.schema()).required("properties");
            json(entry.example())
                    .forEachEntry((name, value) ->
                            assertThat(types(fields.required(name)))
                                    .as("%s of %s", name, entry.type().slug())
                                    .containsAnyElementsOf(typesOf(value)));
        }
    }

    @Test
    void has_no_example_of_what_it_does_not_know() {
        assertThat(Catalogue.example("invoice.paid")).isEmpty();
    }

    private static List<String> types(JsonNode field) {
        JsonNode type = field.required("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : List.of(type.asString());
    }

    private static Set<String> typesOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> Set.of("string");
            case BOOLEAN -> Set.of("boolean");
            case NUMBER -> Set.of("number", "integer");
            case NULL -> Set.of("null");
            case ARRAY -> Set.of("array");
            case OBJECT, POJO -> Set.of("object");
            case BINARY, MISSING -> Set.of();
        };
    }

    private static JsonNode json(Payload payload) {
        return JsonMapper.shared().readTree(payload.bytes());
    }
}
