package dev.posthorn.server.http;

/** Knows keys by their tokens. Called on event loops: must not block. */
@FunctionalInterface
public interface Authenticator {
    Authentication authenticate(String token);
}
