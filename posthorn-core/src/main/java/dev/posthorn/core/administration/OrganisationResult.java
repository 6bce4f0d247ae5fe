package dev.posthorn.core.administration;

import dev.posthorn.core.organisation.Organisation;

/** What came of a change to an organisation. */
public sealed interface OrganisationResult {
    /** Durable and in force. */
    record Done(Organisation organisation) implements OrganisationResult {}

    /** Nothing was changed. */
    record Refused(OrganisationRejection why) implements OrganisationResult {}
}
