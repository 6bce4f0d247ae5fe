/** What attempts came back with, rolled up by time: counted in minutes, kept ever coarser. */
@NullMarked
package dev.posthorn.core.statistics;

import org.jspecify.annotations.NullMarked;
