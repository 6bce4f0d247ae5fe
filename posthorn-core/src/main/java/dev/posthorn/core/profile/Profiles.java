package dev.posthorn.core.profile;

import dev.posthorn.core.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles there are, by name: the built-in ones in the order given, then those in force. */
public final class Profiles {
    private final Map<String, Profile> builtIn = new LinkedHashMap<>();
    private final Own own;

    /** Profiles of the operator's own, as they are at the moment. */
    public interface Own {
        /** There are none. */
        Own NONE =
                new Own() {
                    @Override
                    public List<Profile> all() {
                        return List.of();
                    }

                    @Override
                    public Optional<Profile> named(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Profile> version(String name, int version) {
                        return Optional.empty();
                    }
                };

        List<? extends Profile> all();

        Optional<? extends Profile> named(String name);

        /** As it was at an earlier version. */
        Optional<? extends Profile> version(String name, int version);
    }

    public Profiles(List<Profile> builtIn) {
        this(builtIn, Own.NONE);
    }

    public Profiles(List<Profile> builtIn, Own own) {
        builtIn.forEach(profile -> this.builtIn.put(profile.name(), profile));
        this.own = own;
    }

    public Collection<Profile> all() {
        List<Profile> all = new ArrayList<>(builtIn.values());
        all.addAll(own.all());
        return List.copyOf(all);
    }

    public boolean isBuiltIn(String name) {
        return builtIn.containsKey(name);
    }

    public Optional<Profile> named(String name) {
        Profile found = builtIn.get(name);
        return found == null ? own.named(name).map(Profile.class::cast) : Optional.of(found);
    }

    /** The profile of that name as it was at a version of it; built-in ones have only one. */
    public Optional<Profile> version(String name, int version) {
        Profile found = builtIn.get(name);
        return found == null
                ? own.version(name, version).map(Profile.class::cast)
                : Optional.of(found);
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
