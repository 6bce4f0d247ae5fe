/** All of Posthorn at once: a server, receivers for every profile, events, and the ledger. */
@NullMarked
package dev.posthorn.cli.demo;

import org.jspecify.annotations.NullMarked;
