package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventFilter;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.routing.FullEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Finds what a replay takes next. Reads only, so that it holds up no one. */
final class SliceReader {
    /** Rows looked at in one step: a few milliseconds of reading. */
    static final int LOOKED_AT = 1_000;

    private final DeliveryLog log;
    private final Directory directory;
    private final FullEndpoints full;

    SliceReader(DeliveryLog log, Directory directory, FullEndpoints full) {
        this.log = log;
        this.directory = directory;
        this.full = full;
    }

    /** {@code most}: commands in it. */
    ReplaySlice read(Replay replay, int most) {
        PageRequest page = new PageRequest(LOOKED_AT, replay.after(), 0, true);
        return replay.currentStage() == ReplayStage.MISSED
                ? missed(replay.plan(), page, most)
                : deliveries(replay.plan(), replay.currentStage(), page, most);
    }

    private ReplaySlice deliveries(ReplayPlan plan, ReplayStage stage, PageRequest page, int most) {
        Page<DeliverySummary> found = log.deliveries(filter(plan, stage), page);
        List<DeliveryCommand> commands = new ArrayList<>();
        int skipped = 0;
        for (DeliverySummary row : found.rows()) {
            if (!stage.takes(row)) {
                continue;
            }
            if (commands.size() == most) {
                return new ReplaySlice(commands, skipped, row.id().seq() - 1, false);
            }
            Optional<Endpoint> to =
                    sendable(row.endpoint()).filter(one -> plan.dryRun() || !isPassedBy(plan, one));
            if (to.isPresent()) {
                commands.add(
                        new DeliveryCommand.Resend(
                                row.id(),
                                plan.trigger(),
                                to.get().settings().ordering(),
                                stage.from()));
            } else {
                skipped++;
            }
        }
        return slice(commands, skipped, found, row -> row.id().seq());
    }

    /** A replay of one endpoint waits for it instead. */
    private boolean isPassedBy(ReplayPlan plan, Endpoint endpoint) {
        return plan.endpoint() == null && full.contains(endpoint.id());
    }

    private static DeliveryFilter filter(ReplayPlan plan, ReplayStage stage) {
        return new DeliveryFilter(
                plan.organisation(),
                plan.endpoint(),
                plan.event(),
                stage.state(),
                plan.type(),
                plan.created());
    }

    private Optional<Endpoint> sendable(EndpointId id) {
        return directory
                .endpoint(id)
                .filter(endpoint -> endpoint.state() != EndpointState.DEACTIVATED);
    }

    private ReplaySlice missed(ReplayPlan plan, PageRequest page, int most) {
        Endpoint to = Optional.ofNullable(plan.endpoint()).flatMap(this::sendable).orElse(null);
        if (to == null) {
            return new ReplaySlice(List.of(), 0, page.after(), true);
        }
        Page<EventSummary> found = log.events(filter(plan), page);
        Matching matching = new Matching(directory, to);
        List<EventSummary> wanted = found.rows().stream().filter(matching::wants).toList();
        Set<EventId> reached = log.reached(to.id(), wanted.stream().map(EventSummary::id).toList());
        List<DeliveryCommand> commands = new ArrayList<>();
        for (EventSummary event : wanted) {
            if (reached.contains(event.id())) {
                continue;
            }
            if (commands.size() == most) {
                return new ReplaySlice(commands, 0, event.id().seq() - 1, false);
            }
            commands.add(new DeliveryCommand.Make(event.id(), to.id(), to.settings().ordering()));
        }
        return slice(commands, 0, found, event -> event.id().seq());
    }

    private static EventFilter filter(ReplayPlan plan) {
        return new EventFilter(plan.organisation(), plan.type(), null, null, null, plan.created());
    }

    private static <T> ReplaySlice slice(
            List<DeliveryCommand> commands, int skipped, Page<T> page, ToLongFunction<T> seq) {
        if (!page.hasMore()) {
            return new ReplaySlice(commands, skipped, 0, true);
        }
        long last =
                page.nextAfter() != 0 ? page.nextAfter() : seq.applyAsLong(page.rows().getLast());
        return new ReplaySlice(commands, skipped, last, false);
    }
}
