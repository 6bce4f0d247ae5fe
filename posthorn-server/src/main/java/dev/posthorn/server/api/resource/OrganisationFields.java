package dev.posthorn.server.api.resource;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;

/** The resource {@code organisation}; deactivated endpoints are left out of its list. */
public final class OrganisationFields implements Fields<Organisation> {
    private final Directory directory;

    public OrganisationFields(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void write(Organisation organisation, JsonWriter json) {
        json.id("id", organisation.id().seq())
                .text("resource", "organisation")
                .text("uid", organisation.uid())
                .text("name", organisation.name())
                .text("slug", organisation.slug())
                .text("default_profile", organisation.defaultProfile())
                .name("webhook_configs")
                .beginArray();
        for (Endpoint endpoint : directory.endpoints(organisation.id())) {
            if (endpoint.state() != EndpointState.DEACTIVATED) {
                json.id(endpoint.id().seq());
            }
        }
        json.endArray()
                .id("webhook_config_default", organisation.defaultEndpoint())
                .bool("paused", organisation.paused())
                .text("state", state(organisation))
                .time("date_created", organisation.createdMs());
    }

    private String state(Organisation organisation) {
        return switch (organisation.standing()) {
            case OPEN -> directory.hasValidEndpoint(organisation.id()) ? "active" : "unconfigured";
            case DEACTIVATED -> "deactivated";
            case BLOCKED -> "blocked";
        };
    }
}
