package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.http.Response;

/** Answers a visit, in blocking style. Refuses by {@code RefusedException}, as the API does. */
@FunctionalInterface
public interface Page {
    Response answer(Visit visit);
}
