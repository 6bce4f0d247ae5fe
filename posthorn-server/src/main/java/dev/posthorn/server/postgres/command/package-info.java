/** Commands to deliveries, one by one or to a whole lane. */
@NullMarked
package dev.posthorn.server.postgres.command;

import org.jspecify.annotations.NullMarked;
