package app.prosa.channel.telegram;

import static app.prosa.channel.telegram.TelegramRig.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Sender;
import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramUpdatesTest {
    private static final long NOON = 1_800_000_000;
    private static final long GROUP = -1001234567890L;
    private static final TelegramUpdates UPDATES = new TelegramUpdates(FakeTelegram.BOT);

    static Optional<Inbound> read(String kind, ObjectNode what) {
        ObjectNode update = Json.object().put("update_id", 7);
        update.set(kind, what);
        return UPDATES.read(TelegramUpdate.parse(Json.bytes(update)).orElseThrow());
    }

    private static Inbound.Message message(ObjectNode what) {
        return assertInstanceOf(Inbound.Message.class, read("message", what).orElseThrow());
    }

    private static ObjectNode ana(String text) {
        return FakePeople.message(5, ANA, ANA, text, NOON);
    }

    private static ObjectNode inGroup(String text) {
        return FakePeople.message(5, GROUP, ANA, text, NOON);
    }

    @Test
    void a_message_says_who_wrote_what_where_and_when() {
        assertEquals(
                new Inbound.Message(
                        "42:5",
                        new Chat("42", false, ""),
                        new Sender("42", "Ana Souza", "ana42"),
                        "Olá! 😀",
                        List.of(),
                        null,
                        Instant.ofEpochSecond(NOON),
                        true),
                message(ana("Olá! 😀")));
        assertEquals(new Chat("-1001234567890", true, "Família"), message(inGroup("Oi")).chat());
    }

    @Test
    void a_reply_names_the_message_that_it_answers() {
        ObjectNode reply = ana("Sim");
        reply.set("reply_to_message", FakePeople.bare(3, ANA, ANA, NOON).put("text", "Vem?"));
        assertEquals("42:3", message(reply).replyTo());
    }

    @Test
    void in_a_group_what_does_not_concern_us_is_not_addressed() {
        for (String text :
                List.of("Oi", "@ProsaBotX oi", "oi @Prosabo", "ProsaBot?", "a@ProsaBot.com")) {
            assertEquals(false, message(inGroup(text)).addressed(), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ProsaBot oi",
                "Oi @prosabot",
                "😀👨‍👩‍👧 é 𝒳 @PROSABOT, veja",
                "@maria_x e @ProsaBot"
            })
    void a_mention_is_found_wherever_it_stands(String text) {
        assertTrue(message(inGroup(text)).addressed());
    }

    @Test
    void a_mention_without_a_user_name_is_one_too() {
        ObjectNode message = inGroup("😀 Prosa, oi");
        ObjectNode entity = message.withArray("entities").addObject();
        entity.put("type", "text_mention").put("offset", 3).put("length", 5);
        entity.set("user", FakePeople.person(7));
        assertEquals(false, message(message).addressed());
        entity.set("user", FakePeople.bot());
        assertTrue(message(message).addressed());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10",
        "3, 9",
        "9, 1",
        "10, 0",
        "-1, 9",
        "0, -9",
        "2147483647, 2147483647",
        "9223372036854775807, 9223372036854775807"
    })
    void a_place_outside_the_text_names_nobody(long offset, long length) {
        for (String type : List.of("mention", "bot_command")) {
            ObjectNode message = FakePeople.bare(5, GROUP, ANA, NOON).put("text", "@ProsaBot");
            message.putArray("entities")
                    .addObject()
                    .put("type", type)
                    .put("offset", offset)
                    .put("length", length);
            assertEquals(false, message(message).addressed());
        }
    }

    @Test
    void a_mention_in_a_caption_counts() {
        ObjectNode message = FakePeople.bare(5, GROUP, ANA, NOON).put("caption", "@ProsaBot");
        message.putArray("photo").addObject().put("file_id", "p");
        message.putArray("caption_entities")
                .addObject()
                .put("type", "mention")
                .put("offset", 0)
                .put("length", 9);
        assertTrue(message(message).addressed());
        assertEquals("@ProsaBot", message(message).text());
    }

    @Test
    void a_reply_to_us_is_addressed_and_one_to_another_is_not() {
        ObjectNode message = inGroup("Por quê?");
        ObjectNode original = FakePeople.bare(3, GROUP, 9, NOON).put("text", "x");
        message.set("reply_to_message", original);
        assertEquals(false, message(message).addressed());
        original.set("from", FakePeople.bot());
        assertTrue(message(message).addressed());
    }

    @Test
    void a_topic_that_we_made_does_not_make_everything_in_it_ours() {
        ObjectNode message = inGroup("Oi").put("is_topic_message", true);
        ObjectNode made = FakePeople.bare(3, GROUP, 9, NOON);
        made.set("from", FakePeople.bot());
        made.putObject("forum_topic_created").put("name", "Compras");
        message.set("reply_to_message", made);
        assertEquals(false, message(message).addressed());
        assertNull(message(message).replyTo());
    }

    @Test
    void another_bot_is_never_answered() {
        ObjectNode message = inGroup("@ProsaBot oi");
        message.set("from", FakePeople.person(9).put("is_bot", true));
        assertEquals(false, message(message).addressed());
        ObjectNode command = inGroup("/help");
        command.set("from", FakePeople.person(9).put("is_bot", true));
        assertEquals(false, message(command).addressed());
    }

    @Test
    void who_writes_for_the_group_is_the_group() {
        ObjectNode message = inGroup("@ProsaBot oi");
        message.set("from", FakePeople.person(1087968824).put("is_bot", true));
        message.set("sender_chat", FakePeople.chat(GROUP));
        assertEquals(new Sender("" + GROUP, "Família", ""), message(message).sender());
        assertTrue(message(message).addressed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /start             | start | ''
                    /start ref_7       | start | ref_7
                    /HUMAN@prosabot  a | human | a
                    /reset@ProsaBot    | reset | ''
                    """)
    void commands_are_taken_apart(String text, String name, String argument) {
        for (ObjectNode what : List.of(ana(text), inGroup(text))) {
            Inbound.Command command =
                    assertInstanceOf(Inbound.Command.class, read("message", what).orElseThrow());
            assertEquals(name, command.name());
            assertEquals(argument, command.argument());
            assertEquals(text, command.message().text());
            assertTrue(command.message().addressed());
        }
    }

    @Test
    void a_command_of_another_bot_or_in_the_middle_is_none_of_ours() {
        assertEquals(false, message(inGroup("/start@OtherBot")).addressed());
        assertEquals("/start@OtherBot", message(ana("/start@OtherBot")).text());
        ObjectNode message = inGroup("diga /help");
        message.withArray("entities")
                .addObject()
                .put("type", "bot_command")
                .put("offset", 5)
                .put("length", 5);
        assertEquals(false, message(message).addressed());
    }

    @Test
    void a_changed_message_keeps_its_id() {
        Inbound edited =
                read("edited_message", ana("Olá").put("edit_date", NOON + 9)).orElseThrow();
        assertEquals("42:5", assertInstanceOf(Inbound.Edited.class, edited).message().externalId());
    }

    @Test
    void what_we_wrote_ourselves_is_an_echo() {
        ObjectNode message = inGroup("@ProsaBot oi");
        message.set("from", FakePeople.bot());
        Inbound.Echo echo =
                assertInstanceOf(Inbound.Echo.class, read("message", message).orElseThrow());
        assertEquals(GROUP + ":5", echo.externalId());
        assertTrue(read("edited_message", message).isEmpty());
    }

    @Test
    void a_pressed_button_says_which() {
        ObjectNode query = Json.object().put("id", "q1").put("data", "yes");
        query.set("from", FakePeople.person(ANA));
        query.set("message", FakePeople.bare(8, ANA, ANA, 0));
        assertEquals(
                Optional.of(
                        new Inbound.Pressed(
                                "q1",
                                new Chat("42", false, ""),
                                new Sender("42", "Ana Souza", "ana42"),
                                "yes",
                                "42:8")),
                read("callback_query", query));
        query.remove("message");
        assertTrue(read("callback_query", query).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "member, kicked, BLOCKED",
        "kicked, member, UNBLOCKED",
        "administrator, left, BLOCKED",
        "left, administrator, UNBLOCKED",
        "member, restricted, BLOCKED",
        "member, administrator, ''",
        "left, kicked, ''"
    })
    void whether_we_may_write_is_told(String before, String after, String what) {
        Instant at = Instant.ofEpochSecond(NOON);
        Chat chat = new Chat("42", false, "");
        Optional<Inbound> expected =
                switch (what) {
                    case "BLOCKED" -> Optional.of(new Inbound.Blocked(chat, at));
                    case "UNBLOCKED" -> Optional.of(new Inbound.Unblocked(chat, at));
                    default -> Optional.empty();
                };
        assertEquals(
                expected, read("my_chat_member", FakePeople.membership(ANA, before, after, NOON)));
    }

    @Test
    void a_group_that_moves_says_where() {
        ObjectNode message = FakePeople.bare(5, -5, ANA, NOON);
        message.put("migrate_to_chat_id", GROUP);
        assertEquals(Optional.of(new Inbound.Moved("-5", "" + GROUP)), read("message", message));
    }

    @Test
    void news_of_a_group_and_channels_say_nothing() {
        ObjectNode joined = FakePeople.bare(5, GROUP, ANA, NOON);
        joined.putArray("new_chat_members").add(FakePeople.person(9));
        assertTrue(read("message", joined).isEmpty());
        assertTrue(read("channel_post", ana("Oi")).isEmpty());
        ObjectNode channel = ana("Oi");
        channel.putObject("chat").put("id", -100).put("type", "channel");
        assertTrue(read("message", channel).isEmpty());
        assertTrue(read("poll", Json.object()).isEmpty());
    }

    @Test
    void a_name_is_one_line() {
        ObjectNode message = ana("Oi");
        message.set(
                "from",
                Json.object().put("id", 42).put("first_name", "A\n\u0000 b").put("last_name", " "));
        assertEquals(new Sender("42", "A b", ""), message(message).sender());
    }

    @Test
    void lone_surrogates_move_nothing() {
        String json =
                """
                {"update_id":1,"message":{"message_id":5,"date":1800000000,
                "chat":{"id":-5,"type":"group","title":"x"},"from":{"id":42,"is_bot":false},
                "text":"\\ud83d @ProsaBot",
                "entities":[{"type":"mention","offset":2,"length":9}]}}
                """;
        TelegramUpdate update =
                TelegramUpdate.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .orElseThrow();
        Inbound.Message read =
                assertInstanceOf(Inbound.Message.class, UPDATES.read(update).orElseThrow());
        assertEquals("\uFFFD @ProsaBot", read.text());
        assertTrue(read.addressed());
    }
}
