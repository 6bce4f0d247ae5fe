/** What has to be done now and then, by any node: partitions, old rows, erased organisations. */
@NullMarked
package dev.posthorn.server.postgres.upkeep;

import org.jspecify.annotations.NullMarked;
