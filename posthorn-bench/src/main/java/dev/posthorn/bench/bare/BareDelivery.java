package dev.posthorn.bench.bare;

import io.vertx.core.buffer.Buffer;

/** One event on its way to one endpoint. */
record BareDelivery(long seq, int endpoint, Buffer body) {}
