/** How PostgreSQL is reached: address, connections, transactions, schema. */
@NullMarked
package dev.posthorn.server.postgres.connect;

import org.jspecify.annotations.NullMarked;
