package dev.posthorn.server.dashboard.webhook;

import java.util.List;

/** {@code masked}: whether the value is a secret and stays one. */
public record ShownHeader(String name, List<ShownText> value, boolean masked) {}
