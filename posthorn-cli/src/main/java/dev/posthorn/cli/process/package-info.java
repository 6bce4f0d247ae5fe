/** What a command gets from the process it runs in, and how it says that it cannot go on. */
@NullMarked
package dev.posthorn.cli.process;

import org.jspecify.annotations.NullMarked;
