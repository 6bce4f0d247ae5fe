/** Everything a page may ask or do, already limited to what its visitor may reach. */
@NullMarked
package dev.posthorn.server.dashboard.desk;

import org.jspecify.annotations.NullMarked;
