/** What endpoint tests send, expect and say. */
@NullMarked
package dev.posthorn.core.profile.procedure;

import org.jspecify.annotations.NullMarked;
