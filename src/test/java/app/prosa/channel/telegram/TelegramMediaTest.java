package app.prosa.channel.telegram;

import static app.prosa.channel.telegram.TelegramRig.ANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.Media.Kind;
import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramMediaTest {
    private static Inbound.Message read(String fields) {
        ObjectNode message = FakePeople.bare(5, ANA, ANA, 1_800_000_000);
        byte[] bytes = ("{" + fields + "}").getBytes(StandardCharsets.UTF_8);
        message.setAll((ObjectNode) Json.read(bytes).orElseThrow().node());
        return assertInstanceOf(
                Inbound.Message.class, TelegramUpdatesTest.read("message", message).orElseThrow());
    }

    private static Media media(String fields) {
        List<Media> media = read(fields).media();
        assertEquals(1, media.size());
        return media.getFirst();
    }

    @Test
    void of_a_photo_the_largest_size_is_meant() {
        Inbound.Message message =
                read(
                        """
                        "caption":"Que flor é esta?","photo":[
                        {"file_id":"s","width":90,"height":60,"file_size":900},
                        {"file_id":"l","width":1280,"height":853,"file_size":90000},
                        {"file_id":"m","width":320,"height":213}]
                        """);
        assertEquals("Que flor é esta?", message.text());
        assertEquals(
                List.of(new Media.File(Kind.IMAGE, "l", "", "image/jpeg", 90_000L)),
                message.media());
    }

    @Test
    void files_have_their_kind_name_and_type() {
        assertEquals(
                new Media.File(Kind.VOICE, "v", "", "audio/ogg", 7L),
                media("\"voice\":{\"file_id\":\"v\",\"duration\":3,\"file_size\":7}"));
        assertEquals(
                new Media.File(Kind.AUDIO, "a", "x.m4a", "audio/mp4", null),
                media(
                        """
                        "audio":{"file_id":"a","file_name":"x.m4a","mime_type":"audio/mp4"}
                        """));
        assertEquals(
                new Media.File(Kind.DOCUMENT, "d", "nota.pdf", "application/pdf", null),
                media(
                        """
                        "document":{"file_id":"d","file_name":"nota.pdf",
                        "mime_type":"application/pdf"}
                        """));
        assertEquals(
                new Media.File(Kind.VIDEO, "w", "", "video/mp4", null),
                media("\"video\":{\"file_id\":\"w\"}"));
        assertEquals(
                new Media.File(Kind.VIDEO, "n", "", "video/mp4", null),
                media("\"video_note\":{\"file_id\":\"n\"}"));
    }

    @Test
    void a_sticker_stands_for_its_emoji() {
        assertEquals(
                new Media.File(Kind.STICKER, "s", "😀", "image/webp", null),
                media("\"sticker\":{\"file_id\":\"s\",\"emoji\":\"😀\"}"));
        assertEquals(
                new Media.File(Kind.STICKER, "s", "", "video/webm", null),
                media("\"sticker\":{\"file_id\":\"s\",\"is_video\":true}"));
    }

    @Test
    void an_animation_is_not_a_document_as_well() {
        assertEquals(
                new Media.File(Kind.VIDEO, "g", "", "video/mp4", null),
                media("\"animation\":{\"file_id\":\"g\"},\"document\":{\"file_id\":\"g\"}"));
    }

    @Test
    void places_and_cards_are_not_files() {
        assertEquals(
                new Media.Location(-23.55, -46.6, ""),
                media("\"location\":{\"latitude\":-23.55,\"longitude\":-46.6}"));
        String venue =
                """
                "location":{"latitude":1,"longitude":2},"venue":{"title":"Bar","address":"Rua 1",
                "location":{"latitude":1,"longitude":2}}
                """;
        assertEquals(new Media.Location(1, 2, "Bar, Rua 1"), media(venue));
        assertEquals(
                new Media.Contact("Ana", "+55 11 5555-0100"),
                media(
                        """
                        "contact":{"phone_number":"+55 11 5555-0100","first_name":"Ana"}
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"poll", "dice", "game", "story", "checklist"})
    void what_we_can_do_nothing_with_is_named(String what) {
        assertEquals(new Media.Other(what), media("\"" + what + "\":{\"x\":1}"));
    }

    @Test
    void a_text_beside_what_we_do_not_know_is_a_text() {
        assertTrue(read("\"text\":\"Oi\",\"hologram\":{}").media().isEmpty());
    }
}
