/** Seals everything anew when the master key changes. */
@NullMarked
package dev.posthorn.server.sqlite.reseal;

import org.jspecify.annotations.NullMarked;
