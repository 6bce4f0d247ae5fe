package dev.posthorn.server.egress;

/** What came of reading a URL: its parts, or why it is none we send to. */
public sealed interface UrlReading permits ReceiverUrl, Refusal {}
