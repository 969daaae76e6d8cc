package app.prosa.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Failure;
import app.prosa.conversation.Failure.Kind;
import app.prosa.settings.Language;
import app.prosa.settings.Texts;
import org.junit.jupiter.api.Test;

class FailureTextsTest {
    private final FailureTexts texts = new FailureTexts(Texts.in(Language.ENGLISH));

    @Test
    void what_the_server_said_is_quoted_as_its_own_words() {
        assertEquals("The server said: overloaded", said(Kind.SERVER, "overloaded"));
    }

    @Test
    void why_a_server_was_not_reached_is_not_put_into_its_mouth() {
        assertEquals("Reason: Connection refused", said(Kind.NETWORK, " Connection refused "));
    }

    @Test
    void nothing_is_added_where_nothing_is_known() {
        assertEquals("", said(Kind.TIMEOUT, ""));
    }

    private String said(Kind kind, String detail) {
        return texts.said(Failure.of(kind, detail));
    }
}
