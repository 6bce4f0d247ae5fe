/** The credentials of machines: made, rotated, switched off. */
@NullMarked
package dev.posthorn.server.dashboard.keys;

import org.jspecify.annotations.NullMarked;
