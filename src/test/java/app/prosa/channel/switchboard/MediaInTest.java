package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.telegram.FakeDenial;
import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.settings.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaInTest extends BoardRig {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2};
    private static final byte[] OGG = "OggS-recording".getBytes(StandardCharsets.US_ASCII);
    private static final String SORRY =
            "Não consigo abrir o que você enviou aqui (%s); pode me dizer em palavras?";
    private static final String NOT = ": não foi possível abrir aqui, e quem enviou fica sabendo]";

    private int sent;

    private void ready() {
        switchOn(r -> r.withLanguage(Language.PORTUGUESE).withQuietMillis(400));
    }

    /** Ana sends something, as Telegram tells it. */
    private void sends(String fields) {
        long now = Instant.now().getEpochSecond();
        telegram.deliver(
                """
                {"message":{"message_id":%d,"date":%d,
                "from":{"id":%d,"is_bot":false,"first_name":"Ana"},
                "chat":{"id":%d,"type":"private","first_name":"Ana"},%s}}
                """
                        .formatted(9_000 + sent++, now, ANA, ANA, fields));
    }

    private void photo(String more) {
        telegram.stores("p", "photos/file_1.jpg", JPEG);
        sends("\"photo\":[{\"file_id\":\"p\",\"width\":9,\"height\":9}]" + more);
    }

    private void voice() {
        telegram.stores("v", "voice/file_2.oga", OGG);
        sends("\"voice\":{\"file_id\":\"v\",\"duration\":3,\"mime_type\":\"audio/ogg\"}");
    }

    private void document(String name, String type, String content) {
        telegram.stores("d", "documents/file_3", content.getBytes(StandardCharsets.ISO_8859_1));
        sends(
                """
                "document":{"file_id":"d","file_name":"%s","mime_type":"%s"}
                """
                        .formatted(name, type));
    }

    private Part shown() {
        return model.requests().getLast().messages().getLast();
    }

    @Test
    void a_picture_goes_to_a_model_that_sees() {
        ready();
        photo(",\"caption\":\"Que flor é esta?\"");
        awaitSent(ANA, "ok");
        assertEquals("Que flor é esta?\n[Imagem]", shown().text());
        assertEquals(
                List.of(new Attachment("image.jpg", "image/jpeg", JPEG)), shown().attachments());
    }

    @Test
    void without_a_model_that_sees_a_picture_gets_one_sentence_and_nobody_is_asked() {
        senses.blind = true;
        ready();
        photo("");
        awaitSent(ANA, SORRY.formatted("imagem"));
        assertEquals(0, model.requests().size());
        Message kept = path(ANA).getFirst();
        assertEquals("[Imagem" + NOT, kept.text());
        assertEquals("image.jpg", kept.attachments().getFirst().name());
    }

    @Test
    void an_album_and_a_sticker_get_one_sentence_together() {
        senses.blind = true;
        ready();
        photo("");
        photo("");
        sends("\"video\":{\"file_id\":\"x\",\"duration\":3}");
        awaitSent(ANA, SORRY.formatted("imagem, vídeo"));
        assertEquals(0, model.requests().size());
        assertEquals(4, path(ANA).size());
    }

    @Test
    void the_text_that_came_along_is_answered_behind_the_sentence() {
        senses.blind = true;
        ready();
        model.answers("Abrimos", " às nove.");
        photo("");
        telegram.says(ANA, "A que horas vocês abrem?");
        awaitSent(ANA, SORRY.formatted("imagem") + "\n\nAbrimos às nove.");
        List<Part> parts = model.requests().getFirst().messages();
        assertEquals("[Imagem" + NOT, parts.getFirst().text());
        assertEquals("A que horas vocês abrem?", parts.getLast().text());
        telegram.says(ANA, "E fecham?");
        awaitSent(ANA, SORRY.formatted("imagem") + "\n\nAbrimos às nove.", "ok");
    }

    @Test
    void what_was_spoken_is_written_down_and_marked() {
        senses.hear("Quero dois pães, por favor.");
        ready();
        voice();
        awaitSent(ANA, "ok");
        assertEquals("[Mensagem de voz] Quero dois pães, por favor.", shown().text());
        assertEquals(List.of(), shown().attachments());
        assertEquals(List.of(new Attachment("voice.ogg", "audio/ogg", OGG)), senses.recordings());
        Message kept = path(ANA).getFirst();
        assertEquals("[Mensagem de voz] Quero dois pães, por favor.", kept.text());
        assertEquals("voice.ogg", kept.attachments().getFirst().name());
    }

    @Test
    void what_nobody_writes_down_gets_one_sentence() {
        ready();
        voice();
        awaitSent(ANA, SORRY.formatted("mensagem de voz"));
        assertEquals(0, model.requests().size());
        assertEquals(0, senses.recordings().size());
    }

    @Test
    void a_voice_that_cannot_be_written_down_gets_the_same_sentence() {
        senses.hear();
        ready();
        voice();
        awaitSent(ANA, SORRY.formatted("mensagem de voz"));
        assertEquals(1, senses.recordings().size());
        assertEquals("[Mensagem de voz" + NOT, path(ANA).getFirst().text());
    }

    @Test
    void silence_gets_it_too() {
        senses.hear("  ");
        ready();
        voice();
        awaitSent(ANA, SORRY.formatted("mensagem de voz"));
    }

    @Test
    void a_document_of_text_is_read() {
        ready();
        document("preços.csv", "text/csv", "pao;1,00");
        awaitSent(ANA, "ok");
        assertEquals("[Documento preços.csv]", shown().text());
        assertEquals("pao;1,00", shown().attachments().getFirst().text());
    }

    @Test
    void a_text_of_unknown_type_is_read_as_in_the_window() {
        ready();
        document("log", "application/octet-stream", "line 1\nline 2");
        awaitSent(ANA, "ok");
        assertTrue(shown().attachments().getFirst().isText());
    }

    @Test
    void another_document_is_kept_and_its_sender_hears_that_it_was_not_read() {
        ready();
        document("boleto.pdf", "application/pdf", "%PDF-1.7");
        awaitSent(ANA, SORRY.formatted("documento"));
        assertEquals("boleto.pdf", path(ANA).getFirst().attachments().getFirst().name());
    }

    @Test
    void a_picture_sent_as_a_file_is_a_picture() {
        ready();
        document("foto.png", "application/octet-stream", "\u0089PNG\r\n\u001a\n");
        awaitSent(ANA, "ok");
        assertEquals("image/png", shown().attachments().getFirst().mediaType());
    }

    @Test
    void a_place_a_card_and_an_emoji_say_enough_in_words() {
        ready();
        sends("\"location\":{\"latitude\":-23.55052,\"longitude\":-46.63331}");
        sends("\"contact\":{\"first_name\":\"Bia\",\"phone_number\":\"+5511\"}");
        sends("\"sticker\":{\"file_id\":\"s\",\"emoji\":\"👍\",\"is_animated\":true}");
        awaitSent(ANA, "ok");
        assertEquals(
                List.of("[Local: -23.55052, -46.63331]", "[Contato: Bia +5511]", "[Figurinha 👍]"),
                model.requests().getFirst().messages().stream().map(Part::text).toList());
    }

    @Test
    void what_the_platform_does_not_show_gets_the_sentence() {
        ready();
        sends("\"poll\":{\"id\":\"1\",\"question\":\"?\"}");
        awaitSent(ANA, SORRY.formatted("algo de outro tipo"));
    }

    @Test
    void a_file_that_cannot_be_fetched_now_is_fetched_with_the_next_message() {
        ready();
        telegram.stores("p", "photos/file_1.jpg", JPEG);
        telegram.fail(
                "file", FakeDenial.error(502, "Bad Gateway"), FakeDenial.error(502, "Bad Gateway"));
        photo("");
        awaitSent(ANA, SORRY.formatted("imagem"));
        telegram.says(ANA, "Chegou?");
        awaitSent(ANA, SORRY.formatted("imagem"), "ok");
        Part first = model.requests().getFirst().messages().getFirst();
        assertEquals(Role.USER, first.role());
        assertEquals("[Imagem]", first.text());
        assertEquals(1, first.attachments().size());
    }

    @Test
    void a_person_who_answers_has_the_files_and_the_words_too() {
        senses.hear("Alô?");
        ready();
        telegram.says(ANA, "atendente");
        await(() -> isKnown(ANA) && conversation(ANA).mode() == Mode.HUMAN);
        voice();
        await(() -> path(ANA).getLast().text().equals("[Mensagem de voz] Alô?"));
        await(() -> path(ANA).getLast().attachments().size() == 1);
        assertEquals(0, model.requests().size());
        assertEquals(1, sentTo(ANA).size());
    }
}
