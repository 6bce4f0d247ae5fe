/** A receiver for development: verifies what arrives, shows it, and can play a bad one. */
@NullMarked
package dev.posthorn.cli.receiver;

import org.jspecify.annotations.NullMarked;
