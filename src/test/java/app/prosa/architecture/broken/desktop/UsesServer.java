package app.prosa.architecture.broken.desktop;

import app.prosa.architecture.broken.server.PrintsLines;

/** Wrong on purpose. */
record UsesServer(PrintsLines other) {}
