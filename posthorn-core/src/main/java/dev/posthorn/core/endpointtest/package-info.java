/** Runs the tests of endpoints and decides what they mean. */
@NullMarked
package dev.posthorn.core.endpointtest;

import org.jspecify.annotations.NullMarked;
