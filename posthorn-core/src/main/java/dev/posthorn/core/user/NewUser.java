package dev.posthorn.core.user;

import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Somebody to invite. {@code organisation}: null for an operator. */
public record NewUser(
        String email, String name, @Nullable OrganisationId organisation, Role role) {}
