package app.prosa.architecture.broken.conversation;

import javafx.scene.Node;

/** Wrong on purpose. */
record Draws(Node node) {}
