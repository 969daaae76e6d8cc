package app.prosa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a hub that does as it is told can show. */
class FakeHubTest extends BrowserTest {
    private static final String NOT_WRITING = "!shown('.live') && !shown('.stop')";

    private final FakeHub hub = new FakeHub();

    @Override
    Place open() {
        return hub;
    }

    @Test
    void an_answer_that_was_cut_goes_on_where_it_was() {
        expectNetworkProblems();
        Tab tab = chatPage();
        tab.say("hold on");
        tab.await("text('.assistant .body').join().includes('word20')");
        hub.goAway();
        tab.await("shown('.lost')");
        hub.comeBack();
        tab.await("!shown('.lost')");
        tab.await("text('.assistant .body').join().includes('word20')");
        hub.model.release(); // the one that nobody reads any more
        hub.model.release();
        tab.await(NOT_WRITING);
        String all = String.join("", FakeModelAnswer.numbers(1, 40)).strip();
        tab.awaitMessages("u hold on", "a " + all);
        assertEquals(List.of("hold on"), hub.onlyTalk().texts);
    }

    @Test
    void what_the_model_wrote_cannot_become_markup() {
        Tab tab = chatPage();
        tab.say("markdown");
        tab.await("shown('.code pre')");
        tab.await(NOT_WRITING);
        assertEquals(
                0,
                tab.eval("$$('.log img, .log script, .log [onerror], .log [style]').length")
                        .asInt());
        assertEquals(
                "[\"https://example.org/a\"]",
                tab.eval("JSON.stringify($$('.log a').map((a) => a.href))").asText());
        assertEquals("noopener noreferrer nofollow", tab.eval("$('.log a').rel").asText());
        assertEquals("_blank", tab.eval("$('.log a').target").asText());
        assertTrue(tab.text(".assistant .body").contains("<img src=x onerror=alert(1)>"));
        tab.click(".code button");
        tab.await("text('.code button').join() === 'Copied'");
    }

    @Test
    void a_failure_is_a_sentence_with_a_way_to_try_again() {
        Tab tab = chatPage();
        tab.say("fail once");
        tab.await("text('.note.bad').join().includes('The model gave no answer.')");
        tab.click(".note .link");
        tab.awaitMessages("u fail once", "a This time it worked.");
        assertEquals(List.of("fail once"), hub.onlyTalk().texts);
        tab.reload();
        tab.awaitMessages("u fail once", "a This time it worked.");
    }

    @Test
    void what_is_heard_meanwhile_leaves_the_button_under_the_finger() {
        Tab tab = chatPage();
        tab.say("fail once");
        tab.await("shown('.note.bad .link')");
        tab.eval("window.button = $('.note .link'), window.time = $('.assistant .body').title, 0");
        FakeMessage failed = awaitStored(FakeTurn.State.FAILED);
        hub.onlyTalk().change(failed.at(failed.time().plus(Duration.ofHours(1))));
        tab.await("$('.assistant .body').title !== window.time");
        assertTrue(tab.eval("window.button.isConnected").asBoolean());
    }

    @Test
    void what_is_heard_of_a_whole_answer_leaves_its_code_under_the_finger() {
        Tab tab = chatPage();
        tab.say("markdown");
        tab.await("shown('.code button')");
        tab.await(NOT_WRITING);
        tab.eval("window.button = $('.code button'), window.time = $('.assistant .body').title, 0");
        FakeMessage whole = awaitStored(FakeTurn.State.COMPLETE);
        hub.onlyTalk().change(whole.at(whole.time().plus(Duration.ofHours(1))));
        tab.await("$('.assistant .body').title !== window.time");
        assertTrue(tab.eval("window.button.isConnected").asBoolean());
    }

    /** The fake tells the page first, and stores then. */
    private FakeMessage awaitStored(FakeTurn.State state) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    FakeMessage last = hub.onlyTalk().page(null, 1).getFirst();
                    while (last.state() != state) {
                        Thread.onSpinWait();
                        last = hub.onlyTalk().page(null, 1).getFirst();
                    }
                    return last;
                });
    }

    @Test
    void a_refused_message_can_be_edited() {
        expectNetworkProblems();
        Tab tab = chatPage();
        tab.say("refuse this");
        tab.await("text('.user .note').join().includes('This message is not wanted here.')");
        tab.reload();
        tab.await("text('.user .note').join().includes('This message is not wanted here.')");
        tab.click(".note .link:last-child");
        tab.await("$('textarea').value === 'refuse this' && $$('.user').length === 0");
    }

    @Test
    void a_busy_hub_is_waited_for_with_a_countdown() {
        expectNetworkProblems();
        hub.busy.set(1);
        Tab tab = chatPage();
        // It shows for a second only: the page itself watches for it.
        tab.eval(
                """
                new MutationObserver(() => {
                  window.counted ||= /in [12] s/.test(text('.busy').join());
                }).observe(document.body, {subtree: true, childList: true, attributes: true}), 0\
                """);
        tab.say("Hello");
        tab.await("window.counted");
        tab.awaitMessages("u Hello", "a You said: Hello");
        tab.await("!shown('.busy')");
        assertEquals(List.of("Hello"), hub.onlyTalk().texts);
    }

    @Test
    void an_old_token_is_renewed_and_the_history_stays() {
        expectNetworkProblems();
        Tab tab = chatPage();
        tab.say("Hello");
        tab.awaitMessages("u Hello", "a You said: Hello");
        hub.visitors.expire();
        tab.reload();
        tab.awaitMessages("u Hello", "a You said: Hello");
        tab.say("Again");
        tab.awaitMessages("u Hello", "a You said: Hello", "u Again", "a You said: Again");
    }

    @Test
    void earlier_messages_are_loaded_on_demand_and_nothing_jumps() {
        Tab tab = chatPage();
        tab.say("Hello");
        tab.awaitMessages("u Hello", "a You said: Hello");
        for (int i = 0; i < 70; i++) {
            hub.onlyTalk()
                    .add(i % 2 == 0 ? "operator" : "user", "Number " + i, FakeTurn.State.COMPLETE);
        }
        tab.reload();
        tab.await("$$('.message').length === 31 && shown('.more')");
        assertEquals("Earlier messages", tab.text(".more"));
        tab.wheel(-10_000);
        tab.await("$('.log').scrollTop === 0");
        double before = tab.eval("$$('.message')[1].getBoundingClientRect().top").asDouble();
        tab.eval("window.first = $$('.message')[1], 0");
        tab.click(".more");
        tab.await("$$('.message').length === 61");
        assertEquals(before, tab.eval("window.first.getBoundingClientRect().top").asDouble(), 2);
        tab.click(".more");
        tab.await("$$('.message').length === 73 && !shown('.more')");
        assertEquals("Hello", tab.messages().getFirst().substring(2));
    }

    @Test
    void the_end_is_followed_only_by_who_is_there() {
        Tab tab = chatPage();
        for (int i = 0; i < 6; i++) {
            tab.say("markdown " + i);
            tab.await("$$('.user').length === %d && %s".formatted(i + 1, NOT_WRITING));
        }
        String atEnd = "$('.log').scrollHeight - $('.log').scrollTop - $('.log').clientHeight < 3";
        tab.await(atEnd);
        tab.say("slow one");
        tab.await("text('.assistant .body').at(-1).includes('word20')");
        assertTrue(tab.eval(atEnd).asBoolean());
        tab.wheel(-10_000);
        tab.await("$('.log').scrollTop === 0 && shown('.pill')");
        tab.await("text('.assistant .body').at(-1).includes('word80')");
        assertEquals(0, tab.eval("$('.log').scrollTop").asInt());
        tab.click(".pill");
        tab.await(atEnd + " && !shown('.pill')");
    }

    @Test
    void enter_sends_shift_enter_breaks_and_a_composition_is_left_alone() {
        Tab tab = chatPage();
        tab.click("textarea");
        tab.type("one");
        tab.press(Key.SHIFT_ENTER);
        tab.type("two");
        assertEquals("one\ntwo", tab.eval("$('textarea').value").asText());
        tab.compose("さ");
        for (String composing : List.of("isComposing: true", "keyCode: 229")) {
            tab.eval(
                    """
                    $('textarea').dispatchEvent(new KeyboardEvent('keydown',
                      {key: 'Enter', bubbles: true, cancelable: true, %s}))\
                    """
                            .formatted(composing));
        }
        assertEquals(0, tab.messages().size());
        tab.type("三");
        tab.press(Key.ENTER);
        tab.await("$$('.user').length === 1");
        assertEquals("u one\ntwo三", tab.messages().getFirst());
    }

    @Test
    void what_is_too_long_is_counted_and_not_sent() {
        Tab tab = chatPage();
        tab.click("textarea");
        tab.type("🙂".repeat(3_599));
        assertTrue(tab.eval("!shown('.counter')").asBoolean());
        tab.type("🙂");
        tab.await("text('.counter').join() === '3,600 of 4,000 characters'");
        tab.type("🙂".repeat(402));
        tab.await("text('.counter').join() === '2 characters too many' && $('.send').disabled");
        tab.press(Key.ENTER);
        assertEquals(0, tab.messages().size());
        assertEquals("2 characters too many", tab.text(".unseen[role=status]"));
    }

    @Test
    void who_listens_hears_the_whole_answer_once_and_not_each_word() {
        Tab tab = chatPage();
        tab.eval(
                """
                (() => {
                  const status = $('[role=status]');
                  window.said = [];
                  new MutationObserver(() => window.said.push(status.textContent))
                    .observe(status, {childList: true});
                })()\
                """);
        tab.say("slow and steady");
        tab.await("shown('.live')");
        assertEquals("polite", tab.eval("$('[role=log]').getAttribute('aria-live')").asText());
        assertEquals("off", tab.eval("$('.live').getAttribute('aria-live')").asText());
        tab.await(NOT_WRITING);
        assertEquals(2, tab.eval("window.said.length").asInt());
        assertEquals("The assistant is writing", tab.eval("window.said[0]").asText());
        assertTrue(tab.eval("window.said[1].startsWith('Assistant: word1 ')").asBoolean());
    }

    @Test
    void everything_that_can_be_pressed_has_a_name() {
        Tab tab = chatPage();
        tab.say("markdown");
        tab.await("shown('.code') && " + NOT_WRITING);
        String nameless =
                """
                $$('button, textarea, [tabindex], a')
                  .filter((e) => !(e.getAttribute('aria-label') || e.innerText))
                  .map((e) => e.outerHTML).join()\
                """;
        assertEquals("", tab.eval(nameless).asText());
        assertEquals("Bakery Sol", tab.text("h1"));
        assertEquals("Bakery Sol", tab.eval("document.title").asText());
    }

    /** WCAG 2, success criterion 1.4.3. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everything_can_be_read(String scheme) throws IOException {
        expectNetworkProblems();
        Tab tab = open(newVisitor().prefers("prefers-color-scheme", scheme));
        tab.say("markdown");
        tab.await("shown('.code') && " + NOT_WRITING);
        tab.say("fail");
        tab.await("shown('.note.bad')");
        hub.replyByHand("A person");
        tab.await("shown('.operator')");
        tab.offline(true);
        tab.await("shown('.offline')");
        assertEquals("", tab.eval(Files.readString(Path.of("src/test/web/contrast.js"))).asText());
    }

    @Test
    void right_to_left_is_found_out_by_itself() {
        Tab tab = chatPage();
        tab.say("مرحبا بك");
        tab.await("text('.assistant .body').join().includes('مرحبا')");
        assertEquals("rtl", tab.eval("getComputedStyle($('.user .body')).direction").asText());
        assertEquals(
                "ltr", tab.eval("getComputedStyle($('.assistant .body p')).direction").asText());
    }

    @Test
    void who_does_not_want_motion_sees_none() {
        Tab tab = newVisitor().prefers("prefers-reduced-motion", "reduce");
        open(tab);
        tab.say("hold still");
        tab.await("shown('.live') && text('.assistant .body').join().includes('word20')");
        String motion = "getComputedStyle($('.live .body > :last-child'), '::after').animationName";
        assertEquals("none", tab.eval(motion).asText());
        hub.model.release();
        tab.await(NOT_WRITING);
    }

    @Test
    void a_draft_survives_a_reload() {
        Tab tab = chatPage();
        tab.click("textarea");
        tab.type("Not finis");
        tab.reload();
        tab.await("$('textarea').value === 'Not finis'");
    }

    @Test
    void the_operators_words_and_language_are_those_of_the_page() {
        hub.page =
                """
                {"title": "Padaria Sol", "greeting": "Bom dia!\\nTudo bem?", "language": "pt-BR"}\
                """;
        Tab tab = chatPage();
        assertEquals("pt-BR", tab.eval("document.documentElement.lang").asText());
        assertEquals("Padaria Sol", tab.text("h1"));
        assertEquals("Bom dia!\nTudo bem?", tab.text(".message .body"));
    }
}
