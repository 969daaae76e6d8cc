package app.prosa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The widget on a page of another origin, whose styles and policy are as hostile as can be. */
abstract class WidgetJourney extends BrowserTest {
    private static final String NOT_WRITING = "!shown('.live') && !shown('.stop')";

    private HostPage host;

    @BeforeEach
    void openTheShop() {
        host = new HostPage(place().page(), "data-title=\"Ask us\"");
        place().allow(host.origin());
    }

    @AfterEach
    void closeTheShop() {
        host.close();
    }

    private Tab shop() {
        Tab tab = newVisitor().go(host.page());
        tab.await("shown('.launcher')");
        return tab;
    }

    private static void openChat(Tab tab) {
        tab.click(".launcher");
        tab.await("shown('.chat textarea')");
    }

    @Test
    void a_visitor_asks_and_finds_the_answer_again_on_the_next_page() {
        Tab tab = shop();
        openChat(tab);
        assertEquals("Ask us", tab.text("h2"));
        tab.say("Do you have pines?");
        tab.await("text('.assistant .body').join().includes('Do you have pines?')");
        tab.await(NOT_WRITING);
        var before = tab.messages();
        tab.reload();
        openChat(tab);
        tab.await("$$('.message.assistant').length === 1");
        assertEquals(before, tab.messages());
        assertEquals("", tab.eval("document.cookie").asText());
    }

    @Test
    void the_styles_of_the_page_do_not_reach_it() {
        Tab tab = shop();
        openChat(tab);
        tab.say("Hello");
        tab.await("shown('.user') && " + NOT_WRITING);
        assertEquals("16px", tab.eval("getComputedStyle($('.user .body')).fontSize").asText());
        assertEquals("24px", tab.eval("getComputedStyle($('.user .body')).lineHeight").asText());
        assertEquals(
                "rgb(36, 33, 28)", tab.eval("getComputedStyle($('.user .body')).color").asText());
        assertEquals("1", tab.eval("getComputedStyle($('.user .body')).opacity").asText());
        assertEquals("56", tab.eval("$('.launcher').getBoundingClientRect().width").asText());
        assertEquals("1264", tab.eval("$('.launcher').getBoundingClientRect().right").asText());
        assertEquals("384", tab.eval("$('.chat').getBoundingClientRect().width").asText());
    }

    @Test
    void escape_closes_it_and_gives_the_focus_back() {
        Tab tab = shop();
        openChat(tab);
        assertEquals(
                "dialog Ask us", tab.eval("$('.chat').role + ' ' + $('.chat').ariaLabel").asText());
        assertEquals(
                "textarea",
                tab.eval("$('prosa-chat').shadowRoot.activeElement.localName").asText());
        assertEquals("40", tab.eval("$('textarea').getBoundingClientRect().height").asText());
        tab.type("a");
        tab.press(Key.ESCAPE);
        tab.await("!shown('.chat')");
        assertEquals(
                "launcher",
                tab.eval("$('prosa-chat').shadowRoot.activeElement.className").asText());
        assertEquals("false", tab.eval("$('.launcher').ariaExpanded").asText());
        tab.press(Key.ENTER);
        tab.await("shown('.chat') && $('textarea').value === 'a'");
        tab.click(".close");
        tab.await("!shown('.chat')");
        assertEquals("[]", tab.eval("JSON.stringify(window.heard)").asText());
    }

    @Test
    void where_it_covers_the_page_the_focus_stays_within() {
        Tab tab = newVisitor().size(375, 667).go(host.page());
        openChat(tab);
        tab.eval("window.box = $('.chat').getBoundingClientRect(), 0");
        assertEquals(
                "0 0 375 667",
                tab.eval("[box.x, box.y, box.width, box.height].join(' ')").asText());
        assertTrue(tab.eval("!shown('.launcher')").asBoolean());
        for (int i = 0; i < 8; i++) {
            tab.press(i % 3 == 2 ? Key.SHIFT_TAB : Key.TAB);
            assertTrue(tab.eval("document.activeElement.localName === 'prosa-chat'").asBoolean());
        }
        tab.press(Key.ESCAPE);
        tab.await("shown('.launcher') && !shown('.chat')");
        assertTrue(tab.eval("document.documentElement.scrollWidth <= 375").asBoolean());
    }

    @Test
    void a_person_who_writes_while_it_is_closed_is_announced_on_the_button() {
        Tab tab = shop();
        openChat(tab);
        tab.say("Hello");
        tab.await("shown('.assistant .body p') && " + NOT_WRITING);
        tab.press(Key.ESCAPE);
        tab.await("!shown('.chat')");
        place().replyByHand("One thing more.");
        tab.await("$('.launcher').dataset.unread === '1'");
        assertEquals(
                "Open the chat, new messages: 1", tab.eval("$('.launcher').ariaLabel").asText());
        tab.reload();
        tab.await("shown('.launcher')");
        openChat(tab);
        tab.await("text('.operator .body').join() === 'One thing more.'");
        assertEquals("Open the chat", tab.eval("$('.launcher').ariaLabel").asText());
    }
}
