package dev.posthorn.core.endpoint;

import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A valid, routed endpoint for tests, and what a test wants different about it. */
public final class SampleEndpoint {
    private final long seq;
    private long organisation = 1;
    private EndpointState state = EndpointState.VALID;
    private @Nullable List<String> eventTypes;
    private List<String> channels = List.of();
    private Ordering ordering = Ordering.NONE;
    private @Nullable RetrySchedule retry;
    private @Nullable Double ratePerSecond;
    private @Nullable Integer maxInFlight;
    private boolean paused;
    private boolean operational;
    private int revision = 1;
    private @Nullable String url;

    private SampleEndpoint(long seq) {
        this.seq = seq;
    }

    public static SampleEndpoint endpoint(long seq) {
        return new SampleEndpoint(seq);
    }

    public SampleEndpoint of(long organisationSeq) {
        organisation = organisationSeq;
        return this;
    }

    public SampleEndpoint in(EndpointState other) {
        state = other;
        return this;
    }

    public SampleEndpoint subscribedTo(String... patterns) {
        eventTypes = List.of(patterns);
        return this;
    }

    /** With {@code operational: all}. */
    public SampleEndpoint operational() {
        operational = true;
        return this;
    }

    public SampleEndpoint channels(String... wanted) {
        channels = List.of(wanted);
        return this;
    }

    public SampleEndpoint ordered(Ordering by) {
        ordering = by;
        return this;
    }

    public SampleEndpoint retrying(RetrySchedule schedule) {
        retry = schedule;
        return this;
    }

    public SampleEndpoint perSecond(@Nullable Double rate) {
        ratePerSecond = rate;
        return this;
    }

    public SampleEndpoint maxInFlight(int most) {
        maxInFlight = most;
        return this;
    }

    public SampleEndpoint paused(boolean held) {
        paused = held;
        return this;
    }

    public SampleEndpoint revision(int number) {
        revision = number;
        return this;
    }

    public SampleEndpoint at(String other) {
        url = other;
        return this;
    }

    public Endpoint build() {
        return new Endpoint(
                new EndpointId(seq),
                new OrganisationId(organisation),
                null,
                settings(),
                EndpointSecrets.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                state,
                null,
                0,
                false,
                0,
                0,
                null,
                TestRecord.NONE,
                revision);
    }

    private EndpointSettings settings() {
        return new EndpointSettings(
                url == null ? "https://receiver.example.com/" + seq : url,
                null,
                null,
                "standard",
                eventTypes,
                channels,
                Map.of(),
                ProfileOptions.DEFAULTS,
                retry,
                Set.of(),
                ratePerSecond,
                maxInFlight,
                ordering,
                null,
                paused,
                Map.of(),
                operational,
                null);
    }
}
