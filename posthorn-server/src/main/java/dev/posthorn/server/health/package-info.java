/** Watches endpoints from the side: hears commits, keeps counts, and acts on what it notices. */
@NullMarked
package dev.posthorn.server.health;

import org.jspecify.annotations.NullMarked;
