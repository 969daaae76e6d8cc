package app.prosa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a visitor does on the chat page of any hub whose answers repeat what they were asked. */
abstract class Journey extends BrowserTest {
    private static final String NOT_WRITING = "!shown('.live') && !shown('.stop')";

    @Test
    void a_message_is_answered_bit_by_bit_and_there_after_a_reload() {
        Tab tab = chatPage();
        // A quick answer could be whole before the page is drawn for the first time.
        tab.say("slow and markdown, please");
        tab.await("shown('.user') && shown('.live')");
        tab.await("text('.assistant .body').join().length > 20");
        tab.await(NOT_WRITING);
        var before = tab.messages();
        assertEquals(2, before.size(), before::toString);
        tab.reload();
        tab.await("$$('.user').length === 1 && $$('.message.assistant').length === 1");
        assertEquals(before, tab.messages());
        tab.say("And the second one");
        tab.await("text('.assistant .body').join().includes('And the second one')");
        tab.await(NOT_WRITING);
        assertEquals(4, tab.messages().size());
    }

    @Test
    void a_reload_in_the_middle_of_an_answer_takes_it_up_again() {
        Tab tab = chatPage();
        tab.say("slow and markdown, please");
        tab.await("text('.assistant .body').join().length > 20");
        tab.reload();
        tab.await("text('.assistant .body').join().length > 20");
        tab.await(NOT_WRITING);
        assertEquals(2, tab.messages().size(), () -> tab.messages().toString());
        var live = tab.messages();
        tab.reload();
        tab.await("$$('.message.assistant').length === 1");
        assertEquals(live, tab.messages());
    }

    @Test
    void stopping_keeps_what_came_and_frees_the_composer() {
        Tab tab = chatPage();
        tab.say("slow and markdown, please");
        tab.await("text('.assistant .body').join().length > 20");
        tab.click(".stop");
        tab.await(NOT_WRITING);
        assertTrue(tab.text(".assistant .body").length() > 20);
        assertEquals("Stopped.", tab.text(".assistant .note"));
        assertEquals("TEXTAREA", tab.eval("document.activeElement.tagName").asText());
        tab.say("Go on");
        tab.await("text('.assistant .body').join().includes('Go on')");
    }

    @Test
    void what_is_written_without_a_network_is_sent_once_when_it_is_back() {
        expectNetworkProblems();
        Tab tab = chatPage();
        tab.say("First");
        tab.await("text('.assistant .body').join().includes('First')");
        tab.await(NOT_WRITING);
        tab.offline(true);
        tab.await("shown('.offline')");
        tab.say("Second");
        tab.await("text('.user .note').join().includes('back')");
        tab.say("Third");
        tab.offline(false);
        tab.await("text('.assistant .body').join().includes('Third')");
        tab.await(NOT_WRITING + " && !shown('footer > [dir]')");
        assertEquals(6, tab.messages().size(), () -> tab.messages().toString());
        tab.reload();
        tab.await("$$('.user').length === 3");
        assertEquals(6, tab.messages().size(), () -> tab.messages().toString());
    }

    @Test
    void a_hub_that_goes_away_in_the_middle_of_an_answer_costs_nothing() {
        expectNetworkProblems();
        Tab tab = chatPage();
        tab.say("slow and markdown, please");
        tab.await("text('.assistant .body').join().length > 20");
        place().goAway();
        tab.await("shown('.lost')");
        tab.say("Are you there?");
        place().comeBack();
        tab.await("text('.assistant .body').join().includes('Are you there?')");
        tab.await(NOT_WRITING);
        assertEquals(4, tab.messages().size(), () -> tab.messages().toString());
        tab.reload();
        tab.await("$$('.user').length === 2");
        assertEquals(4, tab.messages().size(), () -> tab.messages().toString());
    }

    @Test
    void a_person_who_answers_is_seen_at_once_and_marked() {
        Tab tab = chatPage();
        tab.say("Is anybody there?");
        tab.await("text('.assistant .body').join().includes('Is anybody there?')");
        tab.await(NOT_WRITING);
        place().replyByHand("I am. *Ana*");
        tab.await("text('.operator .body').join() === 'I am. Ana'");
        assertEquals("A person", tab.text(".operator .author"));
        assertEquals("null", tab.eval("String($('.operator').getAttribute('aria-live'))").asText());
        tab.reload();
        tab.await("text('.operator .body').join() === 'I am. Ana'");
        assertEquals("A person", tab.text(".operator .author"));
    }

    @Test
    void two_pages_of_one_visitor_show_the_same() {
        Tab one = chatPage();
        one.say("From the first page");
        one.await("text('.assistant .body').join().includes('From the first page')");
        one.await(NOT_WRITING);
        Tab two = open(watched(one.another()));
        two.await("$$('.user').length === 1");
        two.say("From the second page");
        two.await("text('.assistant .body').join().includes('From the second page')");
        one.await("text('.assistant .body').join().includes('From the second page')");
        one.await(NOT_WRITING);
        assertEquals(two.messages(), one.messages());
    }

    @Test
    void two_visitors_do_not_see_each_other() {
        Tab one = chatPage();
        one.say("My secret");
        one.await("text('.assistant .body').join().includes('My secret')");
        Tab two = chatPage();
        two.say("What did the other say?");
        two.await("text('.assistant .body').join().includes('What did the other say?')");
        assertEquals(2, two.messages().size());
    }

    @Test
    void the_page_speaks_the_language_of_the_browser() {
        Tab portuguese = open(newVisitor().language("pt-PT"));
        assertEquals("pt-BR", portuguese.eval("document.documentElement.lang").asText());
        assertEquals("Escreva uma mensagem", portuguese.eval("$('textarea').placeholder").asText());
        Tab other = open(newVisitor().language("fr-FR"));
        assertEquals("en", other.eval("document.documentElement.lang").asText());
    }

    @Test
    void nothing_is_wider_than_a_telephone() {
        Tab tab = open(newVisitor().size(375, 667));
        tab.say("markdown table code, please " + "w".repeat(300));
        tab.await("text('.assistant .body').join().length > 100");
        tab.await(NOT_WRITING);
        assertEquals(375, tab.eval("document.documentElement.scrollWidth").asInt());
        String wide =
                """
                $$('.message').filter((e) => e.getBoundingClientRect().right > 375)
                  .map((e) => e.outerHTML).join()\
                """;
        assertEquals("", tab.eval(wide).asText());
        for (int i = 0; i < 10; i++) { // a keyboard comes and goes
            tab.size(375, i % 2 == 0 ? 320 : 667);
        }
        tab.size(375, 320);
        tab.await("$('textarea').getBoundingClientRect().bottom < 320");
        tab.await("$('.log').clientHeight > 100");
        tab.await("$('.log').scrollTop + $('.log').clientHeight >= $('.log').scrollHeight - 2");
    }

    @Test
    void a_visitor_whose_browser_stores_nothing_can_write_as_well() {
        Tab tab = newVisitor();
        tab.before(
                """
                Object.defineProperty(window, 'localStorage', {
                  get() { throw new DOMException('no', 'SecurityError'); }
                });\
                """);
        open(tab);
        tab.say("No storage");
        tab.await("text('.assistant .body').join().includes('No storage')");
        tab.say("And again");
        tab.await("text('.assistant .body').join().includes('And again')");
        tab.await(NOT_WRITING);
        assertEquals(4, tab.messages().size());
    }
}
