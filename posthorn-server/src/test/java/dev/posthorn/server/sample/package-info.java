/** The receiver that is built in. */
package dev.posthorn.server.sample;
