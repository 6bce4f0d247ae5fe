/** Configuration, people and health: written by whoever changes them, read whole at the start. */
@NullMarked
package dev.posthorn.server.postgres.config;

import org.jspecify.annotations.NullMarked;
