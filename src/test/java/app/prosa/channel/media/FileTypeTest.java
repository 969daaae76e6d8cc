package app.prosa.channel.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {
    private static FileType of(String content, String said, boolean spoken) {
        return FileType.of(content.getBytes(StandardCharsets.ISO_8859_1), said, spoken);
    }

    @ParameterizedTest
    @CsvSource({
        "'OggS...', 'audio/ogg; codecs=opus', true, audio/ogg, ogg",
        "'\u0000\u0000\u0000 ftypM4A ', '', true, audio/mp4, m4a",
        "'\u0000\u0000\u0000 ftypisom', video/mp4, false, video/mp4, mp4",
        "'ID3.', audio/mpeg, false, audio/mpeg, mp3",
        "'RIFF....WAVE', '', true, audio/wav, wav",
        "'RIFF....WEBP', '', false, image/webp, webp",
        "'GIF89a', image/jpeg, false, image/gif, gif",
        "'#!AMR', audio/amr, true, audio/amr, ''",
        "'%PDF-1', application/pdf, false, application/pdf, pdf",
        "'<svg/>', image/svg+xml, false, text/plain, txt",
        "'a;b', 'text/csv; charset=utf-8', false, text/csv, txt",
        "'{}', application/json, false, text/plain, txt",
        "'\u0000\u0001', image/heic, false, application/octet-stream, ''"
    })
    void what_a_file_is_its_first_bytes_say(
            String content, String said, boolean spoken, String type, String end) {
        assertEquals(new FileType(type, end), of(content, said, spoken));
    }

    @Test
    void a_text_that_is_too_long_to_be_read_is_none() {
        assertFalse(of("x".repeat(200_001), "text/plain", false).isText());
    }
}
