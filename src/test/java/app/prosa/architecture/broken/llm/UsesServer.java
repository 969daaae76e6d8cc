package app.prosa.architecture.broken.llm;

import app.prosa.architecture.broken.server.PrintsLines;

/** Wrong on purpose. */
public record UsesServer(PrintsLines other) {}
