package dev.posthorn.core.user;

import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What a portal link lets its holder do: look at one organisation, and manage it if it says so.
 *
 * @param page where it leads, a path of the dashboard; null for its first page
 */
public record PortalPass(
        OrganisationId organisation, boolean manages, @Nullable String page, PortalTheme theme) {}
