/** Which node holds which shard, by the database's clock. */
@NullMarked
package dev.posthorn.server.postgres.lease;

import org.jspecify.annotations.NullMarked;
