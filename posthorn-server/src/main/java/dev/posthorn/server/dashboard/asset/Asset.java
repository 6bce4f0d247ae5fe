package dev.posthorn.server.dashboard.asset;

/**
 * A file as it is served.
 *
 * @param hash of its content, part of its address
 * @param zipped the same with gzip
 */
record Asset(String name, String contentType, String hash, byte[] bytes, byte[] zipped) {}
