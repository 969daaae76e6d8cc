package app.prosa.architecture.broken.conversation;

import app.prosa.architecture.broken.storage.UsesLlm;

/** Wrong on purpose. */
record UsesStorage(UsesLlm other) {}
