package dev.posthorn.core.organisation;

/**
 * Names an organisation. {@code seq} is its sequence number; {@code PublicIds} makes the text form.
 */
public record OrganisationId(long seq) {}
