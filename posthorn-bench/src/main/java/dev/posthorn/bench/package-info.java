/** Loads a server and keeps a ledger of what must have arrived. */
@NullMarked
package dev.posthorn.bench;

import org.jspecify.annotations.NullMarked;
