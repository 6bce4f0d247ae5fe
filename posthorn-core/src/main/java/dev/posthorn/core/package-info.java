/** The domain: decides what is sent, when, and what an answer means. */
@NullMarked
package dev.posthorn.core;

import org.jspecify.annotations.NullMarked;
