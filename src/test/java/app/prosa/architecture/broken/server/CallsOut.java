package app.prosa.architecture.broken.server;

import org.eclipse.jetty.client.HttpClient;

/** Wrong on purpose. */
record CallsOut(HttpClient client) {}
