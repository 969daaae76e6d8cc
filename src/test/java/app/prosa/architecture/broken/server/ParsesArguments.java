package app.prosa.architecture.broken.server;

import picocli.CommandLine;

/** Wrong on purpose. */
record ParsesArguments(CommandLine line) {}
