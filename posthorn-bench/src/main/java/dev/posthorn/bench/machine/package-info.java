/** What the machine is and what a process used of it, read from the kernel. */
@NullMarked
package dev.posthorn.bench.machine;

import org.jspecify.annotations.NullMarked;
