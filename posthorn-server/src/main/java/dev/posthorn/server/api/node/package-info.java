/** What can be asked of a node itself: whether it is well, and which profiles it knows. */
@NullMarked
package dev.posthorn.server.api.node;

import org.jspecify.annotations.NullMarked;
