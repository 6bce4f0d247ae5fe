package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.lane.Sender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What tests reach the world through.
 *
 * @param endpoints as configured now
 * @param chance makes forged secrets; must not be foreseeable
 * @param timeout whole exchange, for endpoints without one of their own
 */
public record TestPorts(
        Function<EndpointId, Optional<Endpoint>> endpoints,
        Sender sender,
        Sequence sequence,
        RandomGenerator chance,
        InstantSource clock,
        Duration timeout) {}
