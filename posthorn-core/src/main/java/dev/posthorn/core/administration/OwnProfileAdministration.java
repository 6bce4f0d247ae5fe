package dev.posthorn.core.administration;

import dev.posthorn.core.administration.OwnProfileResult.Done;
import dev.posthorn.core.administration.OwnProfileResult.Refused;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.own.CompiledProfile;
import dev.posthorn.core.profile.own.OwnProfile;
import dev.posthorn.core.profile.own.OwnProfileRules;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes profiles of the operator's own. A changed one is a new version, and a new revision of
 * every endpoint that uses it, in one change: each attempt knows by its endpoint's revision what it
 * was made with. States stay and no test starts, since the operator, not an owner, changed
 * something. Calls block until the change is durable.
 */
public final class OwnProfileAdministration {
    /** More ways of signing than a company has had; each name is compiled at the start. */
    public static final int MAX_PROFILES = 100;

    /** All versions stay in memory, some hundred bytes each. */
    public static final int MAX_VERSIONS = 1_000;

    private final Configuration configuration;
    private final Profiles profiles;

    public OwnProfileAdministration(Configuration configuration, Profiles profiles) {
        this.configuration = configuration;
        this.profiles = profiles;
    }

    /** Makes or changes it; the definition in force again changes nothing. */
    public OwnProfileResult put(String name, OwnProfile wanted, long nowMs) {
        return configuration.change(() -> {
            Optional<OwnProfileRejection> rejection = against(name, wanted);
            return rejection.isPresent() ? refused(rejection.get()) : written(name, wanted, nowMs);
        });
    }

    public OwnProfileResult delete(String name, long nowMs) {
        return configuration.change(() -> deletion(name, nowMs));
    }

    private Directory directory() {
        return configuration.directory();
    }

    private Optional<OwnProfileRejection> against(String name, OwnProfile wanted) {
        if (profiles.isBuiltIn(name)) {
            return Optional.of(new OwnProfileRejection.BuiltIn());
        }
        if (!OwnProfileRules.isName(name)) {
            return Optional.of(
                    new OwnProfileRejection.Invalid(
                            Map.of(
                                    "name",
                                    "must be at most 64 of a-z, 0-9 and inner hyphens, and begin"
                                            + " with a letter")));
        }
        Map<String, String> problems = OwnProfileRules.problems(wanted);
        return problems.isEmpty()
                ? tooMany(name)
                : Optional.of(new OwnProfileRejection.Invalid(problems));
    }

    private Optional<OwnProfileRejection> tooMany(String name) {
        int version =
                directory().ownProfiles().latest(name).map(it -> it.version().version()).orElse(0);
        if (version >= MAX_VERSIONS) {
            return Optional.of(new OwnProfileRejection.TooManyVersions(MAX_VERSIONS));
        }
        return version == 0 && directory().ownProfiles().all().size() >= MAX_PROFILES
                ? Optional.of(new OwnProfileRejection.TooMany(MAX_PROFILES))
                : Optional.empty();
    }

    private Decision<OwnProfileResult> written(String name, OwnProfile wanted, long nowMs) {
        OwnProfileVersion before =
                directory().ownProfiles().latest(name).map(CompiledProfile::version).orElse(null);
        if (before == null) {
            return saved(new OwnProfileVersion(name, 1, wanted, false, nowMs), true, nowMs);
        }
        return before.definition().equals(wanted) && !before.removed()
                ? new Decision<>(List.of(), new Done(before, false))
                : saved(before.changed(wanted, nowMs), before.removed(), nowMs);
    }

    private Decision<OwnProfileResult> saved(OwnProfileVersion version, boolean made, long nowMs) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.OwnProfileChange(version));
        for (Endpoint user : users(version.name())) {
            changes.add(new Change.EndpointChange(user.withSettings(user.settings(), nowMs)));
        }
        return new Decision<>(changes, new Done(version, made));
    }

    private Decision<OwnProfileResult> deletion(String name, long nowMs) {
        if (profiles.isBuiltIn(name)) {
            return refused(new OwnProfileRejection.BuiltIn());
        }
        Optional<CompiledProfile> found = directory().ownProfiles().named(name);
        if (found.isEmpty()) {
            return refused(new OwnProfileRejection.NoSuchProfile());
        }
        int endpoints = users(name).size();
        int organisations =
                (int)
                        directory().organisations().stream()
                                .filter(it -> it.defaultProfile().equals(name))
                                .count();
        if (endpoints + organisations > 0) {
            return refused(new OwnProfileRejection.InUse(endpoints, organisations));
        }
        OwnProfileVersion removed = found.get().version().removed(nowMs);
        return new Decision<>(
                List.of(new Change.OwnProfileChange(removed)),
                new Done(found.get().version(), false));
    }

    /** A deactivated one can come back, so it counts. */
    private List<Endpoint> users(String profile) {
        return directory().endpoints().stream()
                .filter(endpoint -> endpoint.settings().profile().equals(profile))
                .toList();
    }

    private static Decision<OwnProfileResult> refused(OwnProfileRejection why) {
        return new Decision<>(List.of(), new Refused(why));
    }
}
