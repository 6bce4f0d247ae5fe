package dev.posthorn.bench.bare;

import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** The events of one request, answered together. */
record BareCall(List<BareEvent> events, HttpServerResponse answer) {}
