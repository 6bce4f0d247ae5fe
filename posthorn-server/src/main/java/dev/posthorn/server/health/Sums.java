package dev.posthorn.server.health;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.Resolution;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.core.statistics.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Adds up what endpoints counted for their organisations and for all. */
final class Sums {
    private final Function<EndpointId, Optional<OrganisationId>> owners;

    Sums(Function<EndpointId, Optional<OrganisationId>> owners) {
        this.owners = owners;
    }

    /**
     * Sums first, so that they are stored first; all as of the minute of {@code nowMs}; nothing
     * when nothing was counted.
     */
    List<MinuteTally> of(Map<EndpointId, Tally> counted, long nowMs) {
        long minute = Resolution.MINUTE.slotOf(nowMs);
        Map<StatisticsSubject, Tally> sums = new LinkedHashMap<>();
        counted.forEach((endpoint, tally) -> {
            sum(sums, StatisticsSubject.ALL).add(tally);
            owners.apply(endpoint)
                    .ifPresent(owner -> sum(sums, StatisticsSubject.of(owner)).add(tally));
        });
        List<MinuteTally> tallies = new ArrayList<>();
        sums.forEach((subject, tally) -> tallies.add(new MinuteTally(subject, minute, tally)));
        counted.forEach((endpoint, tally) ->
                tallies.add(new MinuteTally(StatisticsSubject.of(endpoint), minute, tally)));
        return tallies;
    }

    private static Tally sum(Map<StatisticsSubject, Tally> sums, StatisticsSubject subject) {
        return sums.computeIfAbsent(subject, _ -> new Tally());
    }
}
