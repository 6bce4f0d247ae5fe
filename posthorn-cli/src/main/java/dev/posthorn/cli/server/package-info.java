/** Running a server from the command line. */
@NullMarked
package dev.posthorn.cli.server;

import org.jspecify.annotations.NullMarked;
