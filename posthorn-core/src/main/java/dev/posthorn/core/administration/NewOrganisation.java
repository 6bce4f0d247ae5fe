package dev.posthorn.core.administration;

import org.jspecify.annotations.Nullable;

/**
 * An organisation somebody wants.
 *
 * @param uid the caller's own id for it; null for none
 * @param slug null for one made from the name
 */
public record NewOrganisation(
        @Nullable String uid, String name, @Nullable String slug, String defaultProfile) {}
