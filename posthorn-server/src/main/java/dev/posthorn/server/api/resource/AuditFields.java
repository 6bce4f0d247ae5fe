package dev.posthorn.server.api.resource;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.log.AuditLine;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The resource {@code audit}. An {@code actor} without id is the node itself. */
public final class AuditFields implements Fields<AuditLine> {
    @Override
    public void write(AuditLine line, JsonWriter json) {
        AuditEntry entry = line.entry();
        OrganisationId owner = entry.organisation();
        json.id("id", line.seq())
                .text("resource", "audit")
                .id("organisation", owner == null ? null : (Long) owner.seq())
                .text("action", entry.action());
        actor(entry.origin().author(), json);
        target(entry.target(), json);
        json.text("address", entry.origin().address()).name("changes").beginArray();
        for (FieldChange change : entry.fields()) {
            json.beginObject().text("field", change.field());
            side("before", change.before(), change, json);
            side("after", change.after(), change, json);
            json.endObject();
        }
        json.endArray().time("date_created", line.atMs());
    }

    private static void side(
            String name, @Nullable String value, FieldChange change, JsonWriter json) {
        if (change.isReference()) {
            json.id(name, value == null ? null : (Long) Long.parseLong(value));
        } else {
            json.text(name, value);
        }
    }

    private static void actor(Author author, JsonWriter json) {
        json.name("actor").beginObject();
        switch (author) {
            case Author.ByKey(var key, String name) ->
                    json.text("type", "key").id("id", key.seq()).text("name", name);
            case Author.ByUser(var user, String name) ->
                    json.text("type", "user").id("id", user.seq()).text("name", name);
            case Author.ByPortal() -> json.text("type", "portal").nothing("id").nothing("name");
            case Author.ByPosthorn() ->
                    json.text("type", "posthorn").id("id", null).text("name", "Posthorn");
        }
        json.endObject();
    }

    private static void target(AuditTarget target, JsonWriter json) {
        json.name("target")
                .beginObject()
                .text("type", target.resource())
                .id("id", target.seq() == 0 ? null : (Long) target.seq())
                .text("name", target.name())
                .endObject();
    }
}
