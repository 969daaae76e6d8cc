package app.prosa.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.Media.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatsAppMediaTest {
    private static Inbound.Message read(String content) {
        return assertInstanceOf(Inbound.Message.class, WhatsAppRig.message(content).getFirst());
    }

    private static Media media(String content) {
        List<Media> media = read(content).media();
        assertEquals(1, media.size());
        return media.getFirst();
    }

    @Test
    void a_picture_has_its_caption_as_text() {
        Inbound.Message message =
                read(
                        """
                        "type":"image","image":{"caption":"Que flor é esta?","id":"1003383421387256",
                        "mime_type":"image/jpeg","sha256":"SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI="}
                        """);
        assertEquals("Que flor é esta?", message.text());
        assertEquals(
                List.of(new Media.File(Kind.IMAGE, "1003383421387256", "", "image/jpeg", null)),
                message.media());
    }

    @Test
    void files_have_their_kind_name_and_type() {
        assertEquals(
                new Media.File(Kind.VOICE, "1", "", "audio/ogg; codecs=opus", null),
                media(
                        """
                        "type":"audio","audio":{"id":"1","mime_type":"audio/ogg; codecs=opus","voice":true}
                        """));
        assertEquals(
                new Media.File(Kind.AUDIO, "1", "", "audio/mpeg", null),
                media(
                        """
                        "type":"audio","audio":{"id":"1","mime_type":"audio/mpeg","voice":false}
                        """));
        assertEquals(
                new Media.File(Kind.DOCUMENT, "1", "nota.pdf", "application/pdf", null),
                media(
                        """
                        "type":"document","document":{"id":"1","filename":"nota.pdf",
                        "mime_type":"application/pdf"}
                        """));
        assertEquals(
                new Media.File(Kind.VIDEO, "1", "", "video/mp4", null),
                media("\"type\":\"video\",\"video\":{\"id\":1,\"mime_type\":\"video/mp4\"}"));
        assertEquals(
                new Media.File(Kind.STICKER, "1", "", "image/webp", null),
                media(
                        """
                        "type":"sticker","sticker":{"id":"1","mime_type":"image/webp","animated":false}
                        """));
    }

    @Test
    void places_and_cards_are_not_files() {
        assertEquals(
                new Media.Location(-23.55, -46.6, "Bar, Rua 1"),
                media(
                        """
                        "type":"location","location":{"latitude":-23.55,"longitude":-46.6,
                        "name":"Bar","address":"Rua 1"}
                        """));
        assertEquals(
                new Media.Location(1, 2, ""),
                media("\"type\":\"location\",\"location\":{\"latitude\":1,\"longitude\":2}"));
        List<Media> cards =
                read("""
                "type":"contacts","contacts":[{"name":{"formatted_name":"Ana"},
                "phones":[{"phone":"+55 11 5555-0100","wa_id":"551155550100"},{"phone":"2"}]},
                {"name":{"formatted_name":"Bia"},"phones":[{"wa_id":"551155550101"}]},{}]
                """)
                        .media();
        assertEquals(
                List.of(
                        new Media.Contact("Ana", "+55 11 5555-0100"),
                        new Media.Contact("Bia", "551155550101"),
                        new Media.Contact("", "")),
                cards);
    }

    @Test
    void of_an_order_the_words_are_read() {
        Inbound.Message message =
                read(
                        """
                        "type":"order","order":{"catalog_id":"1","text":"Sem açúcar",
                        "product_items":[{"product_retailer_id":"x","quantity":2}]}
                        """);
        assertEquals("Sem açúcar", message.text());
        assertEquals(List.of(new Media.Other("order")), message.media());
    }

    @Test
    void a_file_without_an_id_is_none() {
        for (String content :
                List.of(
                        "\"type\":\"image\"",
                        "\"type\":\"image\",\"image\":{\"id\":\"\"}",
                        "\"type\":\"location\",\"location\":{\"latitude\":\"1\"}")) {
            assertEquals(List.of(), WhatsAppRig.message(content));
        }
    }
}
