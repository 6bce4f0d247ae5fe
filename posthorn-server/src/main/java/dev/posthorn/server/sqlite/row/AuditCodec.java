package dev.posthorn.server.sqlite.row;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.audit.Origin;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.ArrayList;
import java.util.List;

/** {@code audit.body}: names of the actor and the target, the address, and the fields. */
public final class AuditCodec {
    private AuditCodec() {}

    public static String encode(AuditEntry entry) {
        ArrayNode fields = Json.MAPPER.createArrayNode();
        for (FieldChange change : entry.fields()) {
            fields.addObject()
                    .put("field", change.field())
                    .put("before", change.before())
                    .put("after", change.after());
        }
        return Json.object()
                .put("name", entry.target().name())
                .put("actor", actorName(entry.origin().author()))
                .put("address", entry.origin().address())
                .set("fields", fields)
                .toString();
    }

    private static @Nullable String actorName(Author author) {
        return switch (author) {
            case Author.ByKey(_, String name) -> name;
            case Author.ByPosthorn() -> null;
        };
    }

    /** {@code organisation} and {@code actor}: null where the column is. */
    public static AuditEntry decode(
            @Nullable Long organisation,
            @Nullable Long actor,
            String action,
            String resource,
            long target,
            String body) {
        JsonNode json = Json.read(body);
        Author author =
                actor == null
                        ? new Author.ByPosthorn()
                        : new Author.ByKey(new KeyId(actor), Json.textOrNull(json, "actor"));
        return new AuditEntry(
                organisation == null ? null : new OrganisationId(organisation),
                action,
                new AuditTarget(resource, target, Json.textOrNull(json, "name")),
                fields(json.required("fields")),
                new Origin(author, Json.textOrNull(json, "address")));
    }

    private static List<FieldChange> fields(JsonNode array) {
        List<FieldChange> fields = new ArrayList<>(array.size());
        array.forEach(field ->
                fields.add(
                        new FieldChange(
                                Json.text(field, "field"),
                                Json.textOrNull(field, "before"),
                                Json.textOrNull(field, "after"))));
        return fields;
    }
}
