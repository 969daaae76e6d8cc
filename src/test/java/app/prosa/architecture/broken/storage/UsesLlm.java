package app.prosa.architecture.broken.storage;

import app.prosa.architecture.broken.llm.UsesServer;

/** Wrong on purpose. */
public record UsesLlm(UsesServer other) {}
