package app.prosa.architecture.broken.channel;

import app.prosa.architecture.broken.settings.EntersTheRing;

/** Wrong on purpose. */
public record ClosesTheRing(EntersTheRing next) {}
