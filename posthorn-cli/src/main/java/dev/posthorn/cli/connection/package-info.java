/** Finding the server and talking to it: address, token, and what to say when that fails. */
@NullMarked
package dev.posthorn.cli.connection;

import org.jspecify.annotations.NullMarked;
