/** A real browser goes through the dashboard, and every page it sees is kept as a picture. */
package dev.posthorn.server.dashboard.browser;
