/** What people change: organisations, keys and endpoints, with every rule on how. */
@NullMarked
package dev.posthorn.core.administration;

import org.jspecify.annotations.NullMarked;
