/** Times every page of the dashboard over a filled data folder. */
@NullMarked
package dev.posthorn.bench.pages;

import org.jspecify.annotations.NullMarked;
