/** JSON Schema by networknt: nothing is fetched, and no pattern runs for long. */
@NullMarked
package dev.posthorn.server.schema;

import org.jspecify.annotations.NullMarked;
