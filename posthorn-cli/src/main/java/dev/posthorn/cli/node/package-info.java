/** Looking at the server itself: its nodes, and who changed what. */
@NullMarked
package dev.posthorn.cli.node;

import org.jspecify.annotations.NullMarked;
