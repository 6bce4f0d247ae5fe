/** Something that happened: accepted once, immutable, its data kept as the bytes that came in. */
@NullMarked
package dev.posthorn.core.event;

import org.jspecify.annotations.NullMarked;
