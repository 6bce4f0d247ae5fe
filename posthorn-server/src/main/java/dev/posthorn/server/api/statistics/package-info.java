/** How endpoints have been doing. */
@NullMarked
package dev.posthorn.server.api.statistics;

import org.jspecify.annotations.NullMarked;
