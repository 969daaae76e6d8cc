package app.prosa.architecture.broken.channel;

import app.prosa.architecture.broken.storage.UsesLlm;

/** Wrong on purpose. */
record UsesStorage(UsesLlm other) {}
