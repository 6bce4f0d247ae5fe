/** What Posthorn tells organisations about their own endpoints, and how seldom. */
@NullMarked
package dev.posthorn.core.operational;

import org.jspecify.annotations.NullMarked;
