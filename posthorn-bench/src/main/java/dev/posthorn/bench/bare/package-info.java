/** Receive, insert, send, settle and nothing else: the limit Posthorn is measured against. */
@NullMarked
package dev.posthorn.bench.bare;

import org.jspecify.annotations.NullMarked;
