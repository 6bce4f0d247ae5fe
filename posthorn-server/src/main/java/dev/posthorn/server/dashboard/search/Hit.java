package dev.posthorn.server.dashboard.search;

/**
 * Something that was found.
 *
 * @param kind key of its kind's word: {@code search.<kind>}
 * @param name as a person knows it
 * @param detail what tells it from others of the same name
 * @param href its page
 */
public record Hit(String kind, String name, String detail, String href) {}
