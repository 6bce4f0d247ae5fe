package dev.posthorn.server.dashboard.visit;

/**
 * One of several views of a thing, or one choice of a filter.
 *
 * @param count beside the label, empty for none
 */
public record Tab(String label, String href, boolean current, String count) {}
