package dev.posthorn.core.administration;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.organisation.OrganisationId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes the endpoints of listeners and ends them. A name keeps its endpoint, and with it its secret
 * and its log: when its listener goes it is deactivated, when it comes back it is valid again.
 * Calls block until the change is durable.
 */
public final class ListenerAdministration {
    /** The developers of one customer at one time, and some programs of theirs. */
    public static final int MOST_OPEN = 20;

    /**
     * Endpoints kept for names of one organisation. Machines with a new name every day, such as
     * containers, must not fill its list: beyond this the one unused for longest is given away.
     */
    public static final int MOST_KEPT = 100;

    private final Directory directory;
    private final EndpointAdministration endpoints;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public ListenerAdministration(Directory directory, EndpointAdministration endpoints) {
        this.directory = directory;
        this.endpoints = endpoints;
    }

    public ListenerResult open(NewListener wanted, Actor by, long nowMs) {
        oneAtATime.lock();
        try {
            List<Endpoint> kept = listeners(wanted.organisation());
            Optional<Endpoint> known =
                    kept.stream().filter(one -> isAt(one, wanted.settings().url())).findFirst();
            boolean open = known.filter(ListenerAdministration::isOpen).isPresent();
            return !open && openAmong(kept) >= MOST_OPEN
                    ? new ListenerResult.TooMany(MOST_OPEN)
                    : result(opened(wanted, known, kept, by, nowMs));
        } finally {
            oneAtATime.unlock();
        }
    }

    private static boolean isAt(Endpoint endpoint, String address) {
        return endpoint.settings().url().equals(address);
    }

    private static long openAmong(List<Endpoint> kept) {
        return kept.stream().filter(ListenerAdministration::isOpen).count();
    }

    private EndpointResult opened(
            NewListener wanted, Optional<Endpoint> known, List<Endpoint> kept, Actor by, long now) {
        if (known.isPresent()) {
            return endpoints.update(known.get().id(), again(wanted), by, now);
        }
        return kept.size() >= MOST_KEPT
                ? givenAway(longestUnused(kept), wanted, by, now)
                : endpoints.create(made(wanted), by, now);
    }

    private static NewEndpoint made(NewListener wanted) {
        return new NewEndpoint(
                wanted.organisation(),
                null,
                wanted.settings(),
                wanted.secret(),
                NewEndpoint.Start.TRUSTED);
    }

    private static EndpointUpdate again(NewListener wanted) {
        return new EndpointUpdate(
                _ -> wanted.settings(), null, wanted.secret(), EndpointUpdate.Wish.TRUSTED);
    }

    /** Whoever had it before must not be able to sign for the new one: its secret goes first. */
    private EndpointResult givenAway(Endpoint old, NewListener wanted, Actor by, long nowMs) {
        EndpointUpdate renamed = new EndpointUpdate(_ -> wanted.settings(), null, null, null);
        EndpointResult result = endpoints.update(old.id(), renamed, by, nowMs);
        if (result instanceof EndpointResult.Done) {
            result = endpoints.rotate(old.id(), new SecretRotation(wanted.secret(), 0), nowMs);
        }
        return result instanceof EndpointResult.Done
                ? endpoints.update(old.id(), again(wanted), by, nowMs)
                : result;
    }

    private static Endpoint longestUnused(List<Endpoint> kept) {
        return kept.stream()
                .filter(endpoint -> !isOpen(endpoint))
                .min(Comparator.comparingLong(Endpoint::stateSinceMs))
                .orElseThrow();
    }

    private static ListenerResult result(EndpointResult result) {
        return switch (result) {
            case EndpointResult.Done(Endpoint endpoint, _) -> new ListenerResult.Open(endpoint);
            case EndpointResult.Refused(EndpointRejection why) -> new ListenerResult.Refused(why);
        };
    }

    /** Deactivates it, unless it is something else by now. What was pending for it is cancelled. */
    public void end(EndpointId id, Actor by, long nowMs) {
        if (directory.endpoint(id).filter(ListenerAdministration::isOpen).isPresent()) {
            endpoints.deactivate(id, by, nowMs);
        }
    }

    /** All that are open, such as those an earlier life left behind. */
    public List<Endpoint> open() {
        return directory.endpoints().stream().filter(ListenerAdministration::isOpen).toList();
    }

    /** Whether requests to it travel down a connection, if there is one. */
    public static boolean isOpen(Endpoint endpoint) {
        return isListener(endpoint) && endpoint.state() != EndpointState.DEACTIVATED;
    }

    private static boolean isListener(Endpoint endpoint) {
        return ListenerAddress.isOne(endpoint.settings().url());
    }

    private List<Endpoint> listeners(OrganisationId organisation) {
        return directory.endpoints(organisation).stream()
                .filter(ListenerAdministration::isListener)
                .toList();
    }
}
