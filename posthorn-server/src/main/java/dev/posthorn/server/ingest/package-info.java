/** Publishing: bodies become checked events, events become commits, commits become answers. */
@NullMarked
package dev.posthorn.server.ingest;

import org.jspecify.annotations.NullMarked;
