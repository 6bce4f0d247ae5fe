/** Event types and profiles: what can be published, and the wire contracts it is sent in. */
@NullMarked
package dev.posthorn.cli.catalogue;

import org.jspecify.annotations.NullMarked;
