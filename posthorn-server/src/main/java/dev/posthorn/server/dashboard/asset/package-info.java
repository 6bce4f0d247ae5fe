/**
 * Stylesheet, scripts and pictures of the dashboard, at addresses that change with their content.
 */
@NullMarked
package dev.posthorn.server.dashboard.asset;

import org.jspecify.annotations.NullMarked;
