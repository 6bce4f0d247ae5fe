/** Receivers that are slow, broken or out to get us: each ends as an outcome, in time. */
@NullMarked
package dev.posthorn.server.hostile.receiver;

import org.jspecify.annotations.NullMarked;
