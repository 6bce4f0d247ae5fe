package dev.posthorn.core.profile;

import dev.posthorn.core.endpoint.Endpoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles there are, by name, in the order given. */
public final class Profiles {
    private final Map<String, Profile> byName = new LinkedHashMap<>();

    public Profiles(List<Profile> profiles) {
        profiles.forEach(profile -> byName.put(profile.name(), profile));
    }

    public Collection<Profile> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Profile> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The profile of an endpoint, whose name was checked when it was set. */
    public Profile of(Endpoint endpoint) {
        String name = endpoint.settings().profile();
        return named(name)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "endpoint %d has unknown profile %s"
                                        .formatted(endpoint.id().seq(), name)));
    }
}
