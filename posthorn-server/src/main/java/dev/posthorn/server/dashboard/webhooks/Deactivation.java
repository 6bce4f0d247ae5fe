package dev.posthorn.server.dashboard.webhooks;

/**
 * The question before deliveries are cancelled.
 *
 * @param waiting deliveries that would be
 * @param back where to go either way
 */
public record Deactivation(String id, String name, long waiting, String back) {}
