/** Sets up the log of a process, in code: nothing is searched for and nothing is parsed. */
@NullMarked
package dev.posthorn.cli.logging;

import org.jspecify.annotations.NullMarked;
