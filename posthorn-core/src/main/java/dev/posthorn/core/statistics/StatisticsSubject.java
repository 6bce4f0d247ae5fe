package dev.posthorn.core.statistics;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.OrganisationId;

/**
 * Whose counts: one endpoint's, all of an organisation, or all there are.
 *
 * @param seq number of the endpoint or organisation, which never share one; 0 for all
 */
public record StatisticsSubject(long seq) {
    public static final StatisticsSubject ALL = new StatisticsSubject(0);

    public static StatisticsSubject of(EndpointId endpoint) {
        return new StatisticsSubject(endpoint.seq());
    }

    public static StatisticsSubject of(OrganisationId organisation) {
        return new StatisticsSubject(organisation.seq());
    }
}
