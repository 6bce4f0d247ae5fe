package dev.posthorn.core.profile.own;

import dev.posthorn.core.profile.Profiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The operator's own profiles, every version of each. Reads from any thread; one writer. */
public final class OwnProfiles implements Profiles.Own {
    private final Map<String, ConcurrentSkipListMap<Integer, CompiledProfile>> byName =
            new ConcurrentSkipListMap<>();

    public OwnProfiles(Collection<OwnProfileVersion> stored) {
        stored.forEach(this::put);
    }

    /** Those in force, by name. */
    @Override
    public List<CompiledProfile> all() {
        return byName.keySet().stream().flatMap(name -> named(name).stream()).toList();
    }

    /** The one in force. */
    @Override
    public Optional<CompiledProfile> named(String name) {
        return latest(name).filter(profile -> !profile.version().removed());
    }

    /** The newest version, also when it says that the profile is removed. */
    public Optional<CompiledProfile> latest(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(versions -> versions.lastEntry().getValue());
    }

    @Override
    public Optional<CompiledProfile> version(String name, int version) {
        return Optional.ofNullable(byName.get(name)).map(versions -> versions.get(version));
    }

    public void put(OwnProfileVersion version) {
        byName.computeIfAbsent(version.name(), _ -> new ConcurrentSkipListMap<>())
                .put(version.version(), new CompiledProfile(version));
    }
}
