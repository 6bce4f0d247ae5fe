package dev.posthorn.server.store.row;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.audit.Origin;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code audit.body}: names of the actor and the target, the address, and the fields. {@code
 * actor_type} is {@code user} or {@code portal}; null for keys and the node itself.
 */
public final class AuditCodec {
    private static final String USER = "user";
    private static final String PORTAL = "portal";

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
                .put("actor_type", actorType(entry.origin().author()))
                .put("address", entry.origin().address())
                .set("fields", fields)
                .toString();
    }

    private static @Nullable String actorName(Author author) {
        return switch (author) {
            case Author.ByKey(_, String name) -> name;
            case Author.ByUser(_, String name) -> name;
            case Author.ByPortal(), Author.ByPosthorn() -> null;
        };
    }

    private static @Nullable String actorType(Author author) {
        return switch (author) {
            case Author.ByKey _, Author.ByPosthorn _ -> null;
            case Author.ByUser _ -> USER;
            case Author.ByPortal _ -> PORTAL;
        };
    }

    private static Author author(@Nullable Long seq, JsonNode json) {
        String type = Json.textOrNull(json, "actor_type");
        String name = Json.textOrNull(json, "actor");
        if (seq == null) {
            return PORTAL.equals(type) ? new Author.ByPortal() : new Author.ByPosthorn();
        }
        return USER.equals(type)
                ? new Author.ByUser(new UserId(seq), name == null ? "" : name)
                : new Author.ByKey(new KeyId(seq), name);
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
        return new AuditEntry(
                organisation == null ? null : new OrganisationId(organisation),
                action,
                new AuditTarget(resource, target, Json.textOrNull(json, "name")),
                fields(json.required("fields")),
                new Origin(author(actor, json), Json.textOrNull(json, "address")));
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
