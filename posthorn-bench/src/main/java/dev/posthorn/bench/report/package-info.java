/** Results as a table and as JSON. */
@NullMarked
package dev.posthorn.bench.report;

import org.jspecify.annotations.NullMarked;
