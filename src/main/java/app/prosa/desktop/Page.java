package app.prosa.desktop;

import javafx.scene.Node;

/** Something that fills a part of the window. */
public interface Page extends AutoCloseable {
    /** Always the same node. */
    Node root();

    /** The page has come to the front: put the focus where the reader expects it. */
    default void shown() {}

    /** The page is not needed any more; it lets go of its subscriptions. */
    @Override
    default void close() {}
}
