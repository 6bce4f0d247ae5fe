package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.SecretRotation;
import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.replay.ReplayStage;
import dev.posthorn.core.statistics.Statistics;
import dev.posthorn.core.statistics.StatisticsRange;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import dev.posthorn.server.api.log.PastRequests;
import dev.posthorn.server.api.replay.ReplayDesk.Begun;
import dev.posthorn.server.api.resource.SentRequests;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint a visitor can reach, with everything a page may ask of it or do to it. What their
 * role does not allow is refused. Made for one request; one thread.
 */
public final class DeskWebhook {
    private final Desk desk;
    private final DeskPorts ports;
    private final Endpoint endpoint;

    DeskWebhook(Desk desk, Endpoint endpoint) {
        this.desk = desk;
        this.ports = desk.ports();
        this.endpoint = endpoint;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Its public id. */
    public String id() {
        return ports.ids().text(endpoint.id().seq());
    }

    public Profile profile() {
        return ports.profiles().of(endpoint);
    }

    /** Whether it gets what no key sends elsewhere. */
    public boolean isDefault() {
        return ports.directory()
                .organisation(endpoint.organisation())
                .filter(owner -> Long.valueOf(endpoint.id().seq()).equals(owner.defaultEndpoint()))
                .isPresent();
    }

    /** How many keys send their events here. */
    public long keysNamingIt() {
        return ports.directory().keys().stream()
                .filter(key -> Long.valueOf(endpoint.id().seq()).equals(key.endpoint()))
                .count();
    }

    public Statistics statistics(StatisticsRange range) {
        return ports.statistics().read(StatisticsSubject.of(endpoint.id()), range, desk.nowMs());
    }

    /** What it missed and was not sent since. */
    public Missed missed() {
        return ports.missed().apply(endpoint.id());
    }

    /** Its queue; empty when there is nothing in it, or the engine does not answer. */
    public Optional<LaneView> lane() {
        return Optional.ofNullable(desk.lanes().get(endpoint.id()));
    }

    /** Tells what its attempts sent. */
    public SentRequests sent() {
        desk.mustSeeContents();
        return new PastRequests(ports.log(), ports.profiles(), ports.identity()).now();
    }

    /** {@code eventType}: slug to test; null for the profile's own test. */
    public EndpointResult test(@Nullable String eventType) {
        return desk.test(endpoint.id(), eventType);
    }

    /** Calls a test under way has made, in order; none for viewers, for they show what was sent. */
    public List<TestResult> testedSoFar(TaskId task) {
        return desk.visitor().role().seesContents()
                ? ports.endpoints().testedSoFar(task)
                : List.of();
    }

    /** Holds its deliveries, or lets them go again. */
    public EndpointResult hold(boolean held) {
        return desk.update(
                endpoint.id(),
                new EndpointUpdate(
                        before -> new SettingsDraft(before).paused(held).settings(),
                        null,
                        null,
                        null));
    }

    /** The endpoint with its secrets; that the visitor saw them is written down. */
    public Endpoint reveal() {
        desk.mustSeeContents();
        return ports.endpoints()
                .reveal(endpoint.id())
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    public EndpointResult rotate(SecretRotation wanted) {
        desk.mustManage();
        return ports.endpoints().rotate(endpoint.id(), wanted, desk.nowMs());
    }

    /**
     * Sends what it missed, or only counts it.
     *
     * @param sinceMs milliseconds since 1970
     */
    public Begun sendMissed(long sinceMs, boolean dryRun) {
        ReplayPlan plan =
                new ReplayPlan(
                        endpoint.organisation(),
                        endpoint.id(),
                        null,
                        null,
                        new TimeRange(sinceMs, desk.nowMs()),
                        List.of(ReplayStage.MISSED),
                        null,
                        Trigger.REPLAY,
                        dryRun);
        return desk.sending().begin(plan).begun();
    }
}
