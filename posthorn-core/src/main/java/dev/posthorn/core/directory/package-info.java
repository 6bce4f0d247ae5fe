/** Organisations, keys and endpoints as this node knows them, and the one way to change them. */
@NullMarked
package dev.posthorn.core.directory;

import org.jspecify.annotations.NullMarked;
