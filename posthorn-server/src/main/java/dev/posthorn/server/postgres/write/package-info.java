/** Group commits on several connections: what goes into them, and the statements that write it. */
@NullMarked
package dev.posthorn.server.postgres.write;

import org.jspecify.annotations.NullMarked;
