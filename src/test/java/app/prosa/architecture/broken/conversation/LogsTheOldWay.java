package app.prosa.architecture.broken.conversation;

import java.util.logging.Logger;

/** Wrong on purpose. */
record LogsTheOldWay(Logger log) {}
