package dev.posthorn.server.api.resource;

import dev.posthorn.core.profile.Profile;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import java.util.Set;

/** The resource {@code profile}: its name and the schedule of endpoints that have none. */
public final class ProfileFields implements Fields<Profile> {
    @Override
    public void write(Profile profile, JsonWriter json) {
        json.text("id", profile.name())
                .text("resource", "profile")
                .text("name", profile.name())
                .bool("built_in", true);
        RetryJson.write(profile.schedule(), Set.of(), json);
    }
}
