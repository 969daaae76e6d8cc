package app.prosa.channel.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

    private static Optional<FormBody> parse(String body) {
        return FormBody.parse(body.getBytes(UTF_8));
    }

    @Test
    void repeated_names_and_the_order_are_kept() {
        FormBody form = parse("b=1&a=2&b=&a=2").orElseThrow();
        assertEquals(
                List.of(
                        new FormBody.Field("b", "1"),
                        new FormBody.Field("a", "2"),
                        new FormBody.Field("b", ""),
                        new FormBody.Field("a", "2")),
                form.fields());
        assertEquals(Optional.of("1"), form.first("b"));
        assertEquals(Optional.empty(), form.first("c"));
    }

    @Test
    void names_and_values_are_decoded_as_utf_8() {
        FormBody form = parse("Ol%C3%A1+x=%f0%9F%91%8B%2b%26%3D=").orElseThrow();
        assertEquals(List.of(new FormBody.Field("Olá x", "👋+&==")), form.fields());
    }

    @Test
    void bytes_that_are_no_utf_8_are_kept_for_the_signature() {
        FormBody form = parse("a=%FFx").orElseThrow();
        assertEquals("\uFFFDx", form.first("a").orElseThrow());
        assertEquals("\u00FFx", form.raw().getFirst().value());
    }

    @Test
    void an_empty_body_has_no_fields() {
        assertEquals(List.of(), parse("").orElseThrow().fields());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "=",
                "=a",
                "&",
                "a=1&",
                "&a=1",
                "a=1&&b=2",
                "a&b=1",
                "a=%",
                "a=%4",
                "a=%4G",
                "a=%-1",
                "a=é",
                "a=b c",
                "a=\n",
                "a=1;b=2 ",
                "{\"a\": 1}",
                "a=%u0041",
                "\u0000=1"
            })
    void whatever_no_serializer_writes_is_no_form(String body) {
        assertEquals(Optional.empty(), parse(body));
    }
}
