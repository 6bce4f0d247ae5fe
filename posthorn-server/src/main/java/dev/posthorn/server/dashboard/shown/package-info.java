/** Contents as text: payloads laid out, and characters that would deceive made visible. */
@NullMarked
package dev.posthorn.server.dashboard.shown;

import org.jspecify.annotations.NullMarked;
