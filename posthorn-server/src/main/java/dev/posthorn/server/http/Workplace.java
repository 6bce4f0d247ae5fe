package dev.posthorn.server.http;

import java.util.concurrent.Executor;

/**
 * What the requests of one loop are worked with.
 *
 * @param threads a virtual thread for each blocking route
 */
record Workplace(Gate gate, BodyBudget budget, Executor threads, Loop loop) {}
