package dev.posthorn.core.profile;

/**
 * A request ready to leave: exactly these bytes are signed and sent.
 *
 * @param headers names and values by turns, in the order sent
 */
public record OutgoingRequest(String method, String url, String[] headers, byte[] body) {}
