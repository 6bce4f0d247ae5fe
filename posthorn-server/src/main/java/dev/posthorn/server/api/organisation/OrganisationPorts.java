package dev.posthorn.server.api.organisation;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.server.api.json.Documents;
import java.time.InstantSource;

/**
 * What the routes of organisations need besides the administration.
 *
 * @param defaultProfile of organisations that choose none
 */
public record OrganisationPorts(
        Directory directory,
        PublicIds ids,
        Documents documents,
        String defaultProfile,
        InstantSource clock) {}
