/** The configuration in force, for operators. */
@NullMarked
package dev.posthorn.server.dashboard.settings;

import org.jspecify.annotations.NullMarked;
