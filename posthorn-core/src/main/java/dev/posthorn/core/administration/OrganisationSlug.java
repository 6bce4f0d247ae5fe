package dev.posthorn.core.administration;

import java.util.Locale;

/** A name as it can stand in addresses: {@code Ärzte & Co} becomes {@code rzte-co}. */
final class OrganisationSlug {
    private static final int MAX_LENGTH = 64;

    private OrganisationSlug() {}

    static String of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = plain.replaceAll("^-|-$", "");
        String cut = trimmed.substring(0, Math.min(trimmed.length(), MAX_LENGTH));
        return cut.isEmpty() ? "organisation" : cut;
    }
}
