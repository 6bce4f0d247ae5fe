/** What hostile receivers cost the server and the honest ones beside them. */
@NullMarked
package dev.posthorn.bench.hostile;

import org.jspecify.annotations.NullMarked;
