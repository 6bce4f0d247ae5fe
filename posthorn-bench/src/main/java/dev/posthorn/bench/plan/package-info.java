/** What is to be measured: load, receivers, programs and times. */
@NullMarked
package dev.posthorn.bench.plan;

import org.jspecify.annotations.NullMarked;
