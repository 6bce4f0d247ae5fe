/** Links that sign somebody in to the dashboard of one organisation. */
@NullMarked
package dev.posthorn.server.api.portal;

import org.jspecify.annotations.NullMarked;
