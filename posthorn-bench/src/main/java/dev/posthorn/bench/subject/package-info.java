/** The programs under test, each in a JVM of its own: Posthorn and the bare pipeline. */
@NullMarked
package dev.posthorn.bench.subject;

import org.jspecify.annotations.NullMarked;
