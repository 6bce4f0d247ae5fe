package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings in the making, part by part; what is not touched stays as it was. One thread. */
public final class SettingsDraft {
    private String url;
    private @Nullable String name;
    private @Nullable String description;
    private String profile;
    private @Nullable List<String> eventTypes;
    private List<String> channels;
    private Map<String, String> headers;
    private ProfileOptions options;
    private @Nullable RetrySchedule retry;
    private Set<Integer> stopOn;
    private @Nullable Double ratePerSecond;
    private @Nullable Integer maxInFlight;
    private Ordering ordering;
    private @Nullable Duration timeout;
    private boolean paused;
    private Map<String, String> metadata;
    private boolean operational;
    private @Nullable EndpointAuth auth;

    public SettingsDraft(EndpointSettings from) {
        url = from.url();
        name = from.name();
        description = from.description();
        profile = from.profile();
        eventTypes = from.eventTypes();
        channels = from.channels();
        headers = from.headers();
        options = from.options();
        retry = from.retry();
        stopOn = from.stopOn();
        ratePerSecond = from.ratePerSecond();
        maxInFlight = from.maxInFlight();
        ordering = from.ordering();
        timeout = from.timeout();
        paused = from.paused();
        metadata = from.metadata();
        operational = from.operational();
        auth = from.auth();
    }

    public EndpointSettings settings() {
        return new EndpointSettings(
                url,
                name,
                description,
                profile,
                eventTypes,
                channels,
                headers,
                options,
                retry,
                stopOn,
                ratePerSecond,
                maxInFlight,
                ordering,
                timeout,
                paused,
                metadata,
                operational,
                auth);
    }

    public SettingsDraft url(String wanted) {
        url = wanted;
        return this;
    }

    public SettingsDraft name(@Nullable String wanted) {
        name = wanted;
        return this;
    }

    public SettingsDraft description(@Nullable String wanted) {
        description = wanted;
        return this;
    }

    /** Options belong to a profile: with another one they begin anew. */
    public SettingsDraft profile(String wanted) {
        if (!wanted.equals(profile)) {
            options = ProfileOptions.DEFAULTS;
        }
        profile = wanted;
        return this;
    }

    public SettingsDraft eventTypes(@Nullable List<String> wanted) {
        eventTypes = wanted;
        return this;
    }

    public SettingsDraft channels(List<String> wanted) {
        channels = wanted;
        return this;
    }

    public SettingsDraft headers(Map<String, String> wanted) {
        headers = wanted;
        return this;
    }

    public ProfileOptions options() {
        return options;
    }

    public SettingsDraft options(ProfileOptions wanted) {
        options = wanted;
        return this;
    }

    public SettingsDraft retry(@Nullable RetrySchedule wanted) {
        retry = wanted;
        return this;
    }

    public SettingsDraft stopOn(Set<Integer> wanted) {
        stopOn = wanted;
        return this;
    }

    public SettingsDraft ratePerSecond(@Nullable Double wanted) {
        ratePerSecond = wanted;
        return this;
    }

    public SettingsDraft maxInFlight(@Nullable Integer wanted) {
        maxInFlight = wanted;
        return this;
    }

    public SettingsDraft ordering(Ordering wanted) {
        ordering = wanted;
        return this;
    }

    public SettingsDraft timeout(@Nullable Duration wanted) {
        timeout = wanted;
        return this;
    }

    public SettingsDraft paused(boolean wanted) {
        paused = wanted;
        return this;
    }

    public SettingsDraft operational(boolean wanted) {
        operational = wanted;
        return this;
    }

    public SettingsDraft auth(@Nullable EndpointAuth wanted) {
        auth = wanted;
        return this;
    }

    public SettingsDraft metadata(Map<String, String> wanted) {
        metadata = wanted;
        return this;
    }
}
