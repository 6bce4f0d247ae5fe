/** How this node is: whether it takes work, what is wrong, what is left of its disk. */
@NullMarked
package dev.posthorn.server.condition;

import org.jspecify.annotations.NullMarked;
