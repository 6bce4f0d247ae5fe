package dev.posthorn.server.ingest;

import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.ingest.NewEvent;
import dev.posthorn.core.ingest.TooManyDeliveries;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what one call brought into the rows to commit. Used by many threads. */
final class Planner {
    private final Publishers publishers;
    private final Ingest ingest;

    Planner(Publishers publishers, Ingest ingest) {
        this.publishers = publishers;
        this.ingest = ingest;
    }

    /**
     * Throws {@link RefusedException} for too many deliveries, and for publishers unknown unless
     * the submission is taken in part.
     */
    Planned plan(Submission submission, Caller caller, long nowMs) {
        List<Publisher> publishing = new ArrayList<>(submission.events().size());
        Submission known = known(submission, caller, publishing);
        List<AcceptedEvent> planned = new ArrayList<>(publishing.size());
        int deliveries = 0;
        for (int from = 0; from < publishing.size(); ) {
            int to = endOfRun(publishing, from);
            List<AcceptedEvent> run = plan(known, publishing.get(from), from, to, nowMs);
            for (AcceptedEvent event : run) {
                deliveries += event.deliveries().size();
            }
            if (deliveries > Ingest.MAX_DELIVERIES_PER_REQUEST) {
                throw tooMany();
            }
            planned.addAll(run);
            from = to;
        }
        return new Planned(known, planned);
    }

    /** A single event, published by the operator's own key for an organisation. */
    AcceptedEvent plan(Organisation organisation, Submission one, long nowMs) {
        return plan(one, new Publisher(organisation, null), 0, 1, nowMs).getFirst();
    }

    /** What is left where publishers are known, which are added to {@code found} in that order. */
    private Submission known(Submission submission, Caller caller, List<Publisher> found) {
        return submission.refusals() == null
                ? allKnown(submission, caller, found)
                : knownInPart(submission, submission.refusals(), caller, found);
    }

    private Submission allKnown(Submission submission, Caller caller, List<Publisher> found) {
        Problems problems = new Problems();
        for (int i = 0; i < submission.events().size(); i++) {
            problems.at(submission.field(i, ""));
            publishers.find(caller, submission.events().get(i), problems).ifPresent(found::add);
        }
        if (!problems.none()) {
            throw problems.refusal();
        }
        return submission;
    }

    private Submission knownInPart(
            Submission submission, Refusals refusals, Caller caller, List<Publisher> found) {
        List<ParsedEvent> events = submission.events();
        List<Integer> places = refusals.placesOfTaken(events.size());
        List<ParsedEvent> left = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Problems problems = new Problems();
            problems.at(submission.field(places.get(i), ""));
            try {
                Optional<Publisher> publisher = publishers.find(caller, events.get(i), problems);
                if (publisher.isPresent()) {
                    found.add(publisher.get());
                    left.add(events.get(i));
                } else {
                    refusals.put(places.get(i), problems.refusal().error());
                }
            } catch (RefusedException e) {
                refusals.put(places.get(i), e.error());
            }
        }
        return submission.with(left);
    }

    /** The events after {@code from} that are published for the same. */
    private static int endOfRun(List<Publisher> publishing, int from) {
        int to = from + 1;
        while (to < publishing.size() && publishing.get(to).equals(publishing.get(from))) {
            to++;
        }
        return to;
    }

    private List<AcceptedEvent> plan(
            Submission submission, Publisher publisher, int from, int to, long nowMs) {
        List<NewEvent> events = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            events.add(submission.events().get(i).event());
        }
        try {
            return ingest.plan(publisher.organisation(), publisher.key(), events, nowMs);
        } catch (TooManyDeliveries _) {
            throw tooMany();
        }
    }

    private static RefusedException tooMany() {
        return new RefusedException(
                ApiError.of(
                        ErrorCode.TOO_LARGE,
                        "The events of one call may make at most "
                                + Ingest.MAX_DELIVERIES_PER_REQUEST
                                + " deliveries: publish them in smaller batches."));
    }
}
