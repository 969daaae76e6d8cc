package app.prosa.architecture.broken.settings;

/** Wrong on purpose. */
record TextUtil(String text) {}
