package dev.posthorn.server.dashboard.shown;

/**
 * A part of a text.
 *
 * @param control whether it stands for a character that would not be seen, such as {@code U+202E}
 */
public record Piece(String text, boolean control) {}
