package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.openapi.DescribedType;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import dev.posthorn.client.resource.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The catalogue of the server, brought in line with a document type by type. */
final class Catalogue {
    private final PosthornClient client;
    private final boolean enforce;
    private final boolean dryRun;
    private final Map<String, EventType> there;

    Catalogue(PosthornClient client, boolean enforce, boolean dryRun) {
        this.client = client;
        this.enforce = enforce;
        this.dryRun = dryRun;
        this.there = all(client).collect(Collectors.toMap(EventType::slug, Function.identity()));
    }

    /** Archived ones too. */
    static Stream<EventType> all(PosthornClient client) {
        return Stream.concat(
                client.eventTypes().list(Filter.ALL.pageSize(1000)),
                client.eventTypes().list(Filter.where("archived", "true").pageSize(1000)));
    }

    /** What was done, or with a dry run would be, in a word. */
    String save(DescribedType type) {
        EventType before = there.get(type.slug());
        Map<String, Object> fields = fields(type);
        if (before != null && isSame(before, type)) {
            return "unchanged";
        }
        if (before == null) {
            fields.put("slug", type.slug());
        }
        if (!dryRun) {
            String path =
                    before == null ? "/event-types" : RawCalls.path("event-types", type.slug());
            client.raw().post(path, fields);
        }
        return (before == null ? "created" : "updated") + (dryRun ? ", if not for --dry-run" : "");
    }

    private @Nullable Boolean enforced(DescribedType type) {
        boolean asked = enforce && type.schema() != null;
        return asked ? Boolean.TRUE : type.enforce();
    }

    /** What the document does not say stays as it is. */
    private Map<String, Object> fields(DescribedType type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        OtherFields.put(fields, "description", type.description());
        OtherFields.put(fields, "schema", type.schema());
        OtherFields.put(fields, "example", type.example());
        OtherFields.put(fields, "enforce", enforced(type));
        fields.put("archived", type.archived());
        return fields;
    }

    private boolean isSame(EventType before, DescribedType type) {
        return keeps(type.description(), before.description())
                && keeps(type.schema(), present(before.schema()))
                && keeps(type.example(), present(before.example()))
                && keeps(enforced(type), before.enforce())
                && type.archived() == before.archived();
    }

    private static boolean keeps(@Nullable Object wanted, @Nullable Object before) {
        return wanted == null || Objects.equals(wanted, before);
    }

    /** JSON's null is nothing to us. */
    static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
