/** Looking at deliveries, attempts and the queue. */
@NullMarked
package dev.posthorn.cli.delivery;

import org.jspecify.annotations.NullMarked;
