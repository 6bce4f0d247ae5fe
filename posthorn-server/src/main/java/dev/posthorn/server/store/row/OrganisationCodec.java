package dev.posthorn.server.store.row;

import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Organisation.Standing;
import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code organisation.body}: everything but the columns beside it. */
public final class OrganisationCodec {
    private OrganisationCodec() {}

    public static String encode(Organisation organisation) {
        return Json.object()
                .put("name", organisation.name())
                .put("slug", organisation.slug())
                .put("default_profile", organisation.defaultProfile())
                .put("default_endpoint", organisation.defaultEndpoint())
                .put("paused", organisation.paused())
                .put("standing", organisation.standing().name())
                .put("created_ms", organisation.createdMs())
                .toString();
    }

    public static Organisation decode(long seq, @Nullable String uid, String body) {
        JsonNode json = Json.read(body);
        return new Organisation(
                new OrganisationId(seq),
                uid,
                Json.text(json, "name"),
                Json.text(json, "slug"),
                Json.text(json, "default_profile"),
                Json.longOrNull(json, "default_endpoint"),
                json.required("paused").booleanValue(),
                Standing.valueOf(Json.text(json, "standing")),
                json.required("created_ms").longValue());
    }
}
