package app.prosa.architecture.broken.unheard;

/** Wrong on purpose. */
record InNoRow(String name) {}
