/** Fills a data folder with a month of traffic, as the server would have written it. */
@NullMarked
package dev.posthorn.bench.seed;

import org.jspecify.annotations.NullMarked;
