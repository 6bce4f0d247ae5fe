/** Secrets at rest: one master key, a key of its own for every purpose, AES-256-GCM. */
@NullMarked
package dev.posthorn.server.secretbox;

import org.jspecify.annotations.NullMarked;
