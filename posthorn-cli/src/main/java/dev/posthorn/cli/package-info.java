/** The {@code posthorn} command. */
@NullMarked
package dev.posthorn.cli;

import org.jspecify.annotations.NullMarked;
