package app.prosa.architecture.broken.settings;

import app.prosa.architecture.broken.channel.ClosesTheRing;

/** Wrong on purpose. */
public record EntersTheRing(ClosesTheRing next) {}
