/** Standard Webhooks as its specification has it. */
@NullMarked
package dev.posthorn.core.profile.standard;

import org.jspecify.annotations.NullMarked;
