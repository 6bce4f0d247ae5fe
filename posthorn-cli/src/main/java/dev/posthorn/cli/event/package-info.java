/** Publishing events and looking at them. */
@NullMarked
package dev.posthorn.cli.event;

import org.jspecify.annotations.NullMarked;
