package app.prosa.architecture.broken.llm;

import org.eclipse.jetty.server.Server;

/** Wrong on purpose. */
record Serves(Server server) {}
