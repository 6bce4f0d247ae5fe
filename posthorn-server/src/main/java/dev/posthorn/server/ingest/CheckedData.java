package dev.posthorn.server.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Refuses events whose data is not what their types promise. Used by many threads. */
final class CheckedData {
    private final DataCheck check;

    CheckedData(DataCheck check) {
        this.check = check;
    }

    /** Whether {@link #apply} has anything to do; cheap. */
    boolean concerns(Submission submission) {
        List<ParsedEvent> events = submission.events();
        for (int i = 0; i < events.size(); i++) {
            if (check.concerns(events.get(i).event().type())) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is left of the submission. Not for a loop.
     *
     * @throws dev.posthorn.server.http.RefusedException when something is wrong and all or none are
     *     taken
     */
    Submission apply(Submission submission) {
        return submission.refusals() == null
                ? allOrNone(submission)
                : inPart(submission, submission.refusals());
    }

    private Submission allOrNone(Submission submission) {
        Problems problems = new Problems();
        for (int i = 0; i < submission.events().size() && !problems.enough(); i++) {
            problems.at(submission.field(i, ""));
            problems(submission.events().get(i)).forEach(problems::add);
        }
        if (!problems.none()) {
            throw problems.refusal();
        }
        return submission;
    }

    private Submission inPart(Submission submission, Refusals refusals) {
        List<ParsedEvent> events = submission.events();
        List<Integer> places = refusals.placesOfTaken(events.size());
        List<ParsedEvent> left = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Problems problems = new Problems();
            problems.at(submission.field(places.get(i), ""));
            problems(events.get(i)).forEach(problems::add);
            if (problems.none()) {
                left.add(events.get(i));
            } else {
                refusals.put(places.get(i), problems.refusal().error());
            }
        }
        return submission.with(left);
    }

    private Map<String, String> problems(ParsedEvent event) {
        return check.concerns(event.event().type())
                ? check.problems(event.event().type(), event.event().data())
                : Map.of();
    }
}
