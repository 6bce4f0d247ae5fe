package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything a page may ask or do, already limited to what its visitor may reach: their own
 * organisation, or for operators the one they chose, or all. What is out of reach is as unknown as
 * what does not exist; what their role does not allow is refused. Made for one request; one thread.
 */
public final class Desk {
    /** The engine answers between two steps; a page shows what it knows without it after that. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DeskPorts ports;
    private final Visitor visitor;
    private final @Nullable OrganisationId shown;

    /**
     * A desk for a visitor.
     *
     * @param chosen the organisation an operator looks at, null for all; ignored for everyone else
     */
    public Desk(DeskPorts ports, Visitor visitor, @Nullable OrganisationId chosen) {
        this.ports = ports;
        this.visitor = visitor;
        OrganisationId bound = visitor.boundTo();
        this.shown = bound == null ? chosen : bound;
    }

    public Visitor visitor() {
        return visitor;
    }

    public DeskPorts ports() {
        return ports;
    }

    public PublicIds ids() {
        return ports.ids();
    }

    /** Milliseconds since 1970. */
    public long nowMs() {
        return ports.clock().millis();
    }

    /** The organisation being looked at; empty when an operator looks at all. */
    public Optional<Organisation> organisation() {
        return Optional.ofNullable(shown).flatMap(directory()::organisation);
    }

    /** Where new things are made: the organisation looked at, else {@code default}. */
    public Organisation home() {
        return organisation()
                .or(() -> directory().organisationByUid(OrganisationAdministration.DEFAULT_UID))
                .orElseThrow(Desk::unknown);
    }

    /** The organisations somebody can choose from, by name. */
    public List<Organisation> organisations() {
        OrganisationId bound = visitor.boundTo();
        return directory().organisations().stream()
                .filter(one -> bound == null || bound.equals(one.id()))
                .sorted(Comparator.comparing(Organisation::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Those of the organisation being looked at, in no order. */
    public List<Endpoint> endpoints() {
        return shown == null ? List.copyOf(directory().endpoints()) : directory().endpoints(shown);
    }

    /** Of the organisation being looked at; the operator's own only when all are. */
    public List<Key> keys() {
        mustAdminister();
        return directory().keys().stream()
                .filter(key -> shown == null || shown.equals(key.organisation()))
                .toList();
    }

    /** By its public id. */
    public Endpoint endpoint(String id) {
        OptionalLong seq = ids().seq(id);
        return seq.isEmpty() ? refuse() : endpoint(new EndpointId(seq.getAsLong()));
    }

    public Endpoint endpoint(EndpointId id) {
        return directory()
                .endpoint(id)
                .filter(found -> covers(found.organisation()))
                .orElseThrow(Desk::unknown);
    }

    /** One endpoint with all that can be done with it; by its public id. */
    public DeskWebhook webhook(String id) {
        return new DeskWebhook(this, endpoint(id));
    }

    /** Whether things of an organisation may be seen here. */
    public boolean covers(OrganisationId owner) {
        return shown == null || shown.equals(owner);
    }

    /** Slugs of the event types to choose from. */
    public List<String> eventTypes() {
        return directory().eventTypes().all().stream()
                .filter(entry -> !entry.archived())
                .map(entry -> entry.type().slug())
                .toList();
    }

    /** What was sent and is to be sent, as far as this visitor may see it. */
    public DeskLog log() {
        return new DeskLog(ports.log(), this, shown);
    }

    /** What may be published, sent again and taken back. */
    public DeskSending sending() {
        return new DeskSending(ports.sending(), this);
    }

    /** Whose counts to show: the organisation looked at, or all. */
    public StatisticsSubject statisticsSubject() {
        return shown == null ? StatisticsSubject.ALL : StatisticsSubject.of(shown);
    }

    /** The lanes by endpoint, those with nothing to do left out; empty when nobody answers. */
    public Map<EndpointId, LaneView> lanes() {
        Map<EndpointId, LaneView> seen = new HashMap<>();
        for (LaneView lane : Await.result(ports.engine().lanes(), PATIENCE).orElse(List.of())) {
            Optional<Endpoint> endpoint = directory().endpoint(lane.endpoint());
            if (endpoint.isPresent() && covers(endpoint.get().organisation())) {
                seen.put(lane.endpoint(), lane);
            }
        }
        return seen;
    }

    public EndpointResult create(NewEndpoint wanted) {
        mustManage();
        if (!covers(wanted.organisation())) {
            throw unknown();
        }
        return ports.endpoints().create(wanted, actor(wanted.organisation()), nowMs());
    }

    public EndpointResult update(EndpointId id, EndpointUpdate wanted) {
        mustManage();
        Endpoint found = endpoint(id);
        return ports.endpoints().update(id, wanted, actor(found.organisation()), nowMs());
    }

    /** {@code eventType}: slug to test; null for the profile's own test. */
    public EndpointResult test(EndpointId id, @Nullable String eventType) {
        mustManage();
        Endpoint found = endpoint(id);
        return ports.endpoints().test(id, eventType, actor(found.organisation()), nowMs());
    }

    /**
     * Who starts a test of an endpoint of {@code owner}. The test shows the account with it, for
     * operators too, who have no organisation of their own.
     */
    private Actor actor(OrganisationId owner) {
        return Actors.of(visitor, directory().organisation(owner), ids());
    }

    /** Throws for those who may only look. */
    public void mustManage() {
        must(visitor.role().manages());
    }

    /** Throws for those who may not make keys and invite people. */
    public void mustAdminister() {
        must(visitor.role().administers());
    }

    /** Throws for those who may not see secrets and payloads. */
    public void mustSeeContents() {
        must(visitor.role().seesContents());
    }

    private static void must(boolean may) {
        if (!may) {
            throw new RefusedException(
                    ApiError.of(ErrorCode.MISSING_SCOPE, "Your role does not allow this."));
        }
    }

    private static Endpoint refuse() {
        throw unknown();
    }

    private static RefusedException unknown() {
        return new RefusedException(ApiError.notFound());
    }

    private Directory directory() {
        return ports.directory();
    }
}
