/** What single steps of a delivery cost, for {@code tools/jmh}. */
@NullMarked
package dev.posthorn.bench.micro;

import org.jspecify.annotations.NullMarked;
