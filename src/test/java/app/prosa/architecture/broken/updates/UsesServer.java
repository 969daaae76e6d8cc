package app.prosa.architecture.broken.updates;

import app.prosa.architecture.broken.server.PrintsLines;

/** Wrong on purpose. */
record UsesServer(PrintsLines other) {}
