/** Making, testing and changing endpoints. */
@NullMarked
package dev.posthorn.cli.endpoint;

import org.jspecify.annotations.NullMarked;
