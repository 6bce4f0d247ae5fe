/** Receivers to send to in tests: as broken, slow and hostile as a script makes them. */
@NullMarked
package dev.posthorn.server.receivers;

import org.jspecify.annotations.NullMarked;
