package dev.posthorn.core.operational;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.health.Occurrence;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.ingest.NewEvent;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Organisation.Standing;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.AcceptedEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes events of what is to be announced: one in the organisation of the endpoint it is about, for
 * those who subscribed there, and one in each organisation that has endpoints made with {@code
 * operational: all}, for these. Where nobody listens no event is made, nor of the endpoints of
 * listeners: that somebody's laptop comes and goes is no news.
 */
public final class OperationalIngest {
    /**
     * Endpoints of one organisation that hear of one occurrence, oldest first. More would let
     * thousands of endpoints that fail together tell thousands of endpoints of it.
     */
    static final int MOST_LISTENERS = 100;

    private final Directory directory;
    private final Ingest ingest;
    private final OperationalData data;
    private final PublicIds ids;

    public OperationalIngest(Directory directory, Ingest ingest, PublicIds ids) {
        this.directory = directory;
        this.ingest = ingest;
        this.ids = ids;
        this.data = new OperationalData(ids);
    }

    /** The events to commit for each announcement; none where nobody listens. */
    public List<Planned> plan(List<Announcement> announcements, long nowMs) {
        Set<OrganisationId> operators = operators();
        List<Planned> planned = new ArrayList<>();
        for (Announcement announcement : announcements) {
            List<AcceptedEvent> events = plan(announcement, operators, nowMs);
            if (!events.isEmpty()) {
                planned.add(new Planned(announcement, events));
            }
        }
        return planned;
    }

    /** An announcement with its events: one for each organisation that hears of it. */
    public record Planned(Announcement announcement, List<AcceptedEvent> events) {}

    /** Who has endpoints that hear of all organisations. */
    private Set<OrganisationId> operators() {
        return directory.endpoints().stream()
                .filter(endpoint -> endpoint.settings().operational())
                .map(Endpoint::organisation)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<AcceptedEvent> plan(
            Announcement announcement, Set<OrganisationId> operators, long nowMs) {
        Endpoint about = directory.endpoint(announcement.latest().endpoint()).orElse(null);
        if (about == null || ListenerAddress.isOne(about.settings().url())) {
            return List.of();
        }
        Set<OrganisationId> listening = new LinkedHashSet<>();
        listening.add(about.organisation());
        listening.addAll(operators);
        return listening.stream()
                .flatMap(id -> directory.organisation(id).stream())
                .filter(listener -> listener.standing() == Standing.OPEN)
                .flatMap(listener -> plan(announcement, about, listener, nowMs).stream())
                .toList();
    }

    private Optional<AcceptedEvent> plan(
            Announcement announcement, Endpoint about, Organisation listener, long nowMs) {
        Occurrence latest = announcement.latest();
        boolean own = listener.id().equals(about.organisation());
        List<Endpoint> to =
                directory.routing(listener).operational(latest.type().type(), own).stream()
                        .limit(MOST_LISTENERS)
                        .toList();
        return to.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ingest.planOperational(listener, event(announcement, about), to, nowMs));
    }

    private NewEvent event(Announcement announcement, Endpoint about) {
        Occurrence latest = announcement.latest();
        long entity = latest.delivery() == null ? about.id().seq() : latest.delivery().id().seq();
        String uid =
                directory.organisation(about.organisation()).map(Organisation::uid).orElse(null);
        return new NewEvent(
                latest.type().type(),
                new EntityId.Text(ids.text(entity)),
                List.of(),
                data.of(announcement, about, uid),
                null,
                null);
    }
}
