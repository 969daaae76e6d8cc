package app.prosa.desktop.conversations;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.Mode;
import app.prosa.desktop.Icon;
import app.prosa.settings.Texts;
import java.util.Locale;
import java.util.StringJoiner;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * By which channel a conversation came, and who answers there if it is not the model. Empty for own
 * chats.
 */
final class ChannelMark extends HBox {
    private final Tooltip tooltip = new Tooltip();
    private @Nullable ChannelKind channel;
    private @Nullable Mode mode;

    ChannelMark() {
        getStyleClass().add("conversation-channel");
        show(ChannelKind.DESKTOP, Mode.AUTO, "");
    }

    /** The same in words; empty for own chats. */
    static String words(Conversation conversation, Texts texts) {
        if (conversation.isOwn()) {
            return "";
        }
        StringJoiner words = new StringJoiner(", ");
        words.add(texts.get("list.channel." + conversation.channel().key()));
        if (conversation.mode() != Mode.AUTO) {
            String name = conversation.mode().name().toLowerCase(Locale.ROOT);
            words.add(texts.get("chat.mode." + name));
        }
        return words.toString();
    }

    /**
     * @param words both of it, see {@link #words}
     */
    void show(ChannelKind newChannel, Mode newMode, String words) {
        if (newChannel == channel && newMode == mode) {
            return;
        }
        channel = newChannel;
        mode = newMode;
        getChildren().clear();
        add(icon(newChannel), "channel");
        if (!getChildren().isEmpty()) {
            add(icon(newMode), "mode-" + newMode.name().toLowerCase(Locale.ROOT));
        }
        setVisible(!getChildren().isEmpty());
        tooltip.setText(words);
        Tooltip.uninstall(this, tooltip);
        if (isVisible()) {
            Tooltip.install(this, tooltip);
        }
    }

    private void add(@Nullable Icon icon, String styleClass) {
        if (icon != null) {
            Node node = icon.small();
            node.getStyleClass().add(styleClass);
            getChildren().add(node);
        }
    }

    private static @Nullable Icon icon(ChannelKind channel) {
        return switch (channel) {
            case DESKTOP -> null;
            case WEB -> Icon.GLOBE;
            case WHATSAPP -> Icon.PHONE;
            case TELEGRAM -> Icon.PLANE;
            case INSTAGRAM -> Icon.CAMERA;
            case FACEBOOK -> Icon.LETTER_F;
        };
    }

    private static @Nullable Icon icon(Mode mode) {
        return switch (mode) {
            case AUTO -> null;
            case DRAFT -> Icon.EDIT;
            case HUMAN -> Icon.USER;
            case PAUSED -> Icon.PAUSE;
        };
    }
}
