package app.prosa.desktop.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/**
 * A part of the page that can be narrowed to what a search is about. What it is not about is taken
 * out of the picture, not hidden: whether a part is visible is the business of its controller.
 */
interface Searchable {
    /**
     * @param query blank for everything
     * @return whether anything is left
     */
    boolean narrow(String query);

    /** Puts those of the parts into the picture that the query is about. */
    static boolean narrow(List<Node> parts, String query, ObservableList<Node> picture) {
        List<Node> left = parts.stream().filter(part -> narrow(part, query)).toList();
        if (!picture.equals(left)) {
            picture.setAll(left);
        }
        return !left.isEmpty();
    }

    private static boolean narrow(Node part, String query) {
        boolean about =
                part instanceof Searchable searchable
                        ? searchable.narrow(query)
                        : SearchText.matches(words(part), query);
        // Without a search all stays, even a card whose rows are yet to come.
        return about || query.isBlank();
    }

    /** What a reader sees of a part; never what is typed into its fields. */
    private static String words(Node part) {
        return texts(part).collect(Collectors.joining(" "));
    }

    private static Stream<String> texts(Node node) {
        if (node instanceof Labeled labeled) {
            Node graphic = labeled.getGraphic();
            Stream<String> own = Stream.ofNullable(labeled.getText());
            return graphic == null ? own : Stream.concat(own, texts(graphic));
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Searchable::texts)
                : Stream.empty();
    }
}
