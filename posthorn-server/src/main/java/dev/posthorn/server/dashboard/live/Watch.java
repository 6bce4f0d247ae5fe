package dev.posthorn.server.dashboard.live;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.statistics.StatisticsSubject;
import org.jspecify.annotations.Nullable;

/**
 * What an open page looks at. Pages that look at the same are told the same.
 *
 * @param organisation null for all
 * @param endpoint null for all of the organisation
 */
record Watch(@Nullable OrganisationId organisation, @Nullable EndpointId endpoint) {
    StatisticsSubject subject() {
        if (endpoint != null) {
            return StatisticsSubject.of(endpoint);
        }
        return organisation == null ? StatisticsSubject.ALL : StatisticsSubject.of(organisation);
    }
}
