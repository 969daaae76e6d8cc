package app.prosa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The widget against the strict fake of the hub. */
class FakeHubWidgetTest extends WidgetJourney {
    private final FakeHub hub = new FakeHub();

    @Override
    Place open() {
        return hub;
    }

    @Test
    void asks_nothing_of_the_hub_until_it_is_opened() {
        try (HostPage page = new HostPage(hub.page(), "data-language=\"pt\" data-theme=\"dark\"")) {
            hub.allow(page.origin());
            Tab tab = newVisitor().go(page.page());
            tab.await("shown('.launcher')");
            assertEquals("Abrir a conversa", tab.eval("$('.launcher').ariaLabel").asText());
            String asked =
                    """
                    performance.getEntriesByType('resource').map((e) => e.name)
                      .filter((name) => name.startsWith('%1$s'))
                      .map((name) => name.slice('%1$s'.length))
                      .sort().join()\
                    """
                            .formatted(hub.page());
            assertEquals("chat.css,widget.js", tab.eval(asked).asText());
            tab.click(".launcher");
            tab.await("shown('textarea')");
            assertEquals(
                    "pt-BR Escreva uma mensagem",
                    tab.eval("$('.chat').lang + ' ' + $('textarea').placeholder").asText());
            assertEquals(
                    "rgb(27, 26, 24)",
                    tab.eval("getComputedStyle($('.chat')).backgroundColor").asText());
        }
    }

    @Test
    void says_so_when_the_hub_cannot_be_reached() {
        expectNetworkProblems();
        try (HostPage page = new HostPage(hub.page(), "")) {
            hub.allow(page.origin());
            Tab tab = newVisitor().go(page.page());
            tab.await("shown('.launcher')");
            hub.goAway();
            tab.click(".launcher");
            tab.await("$('.launcher').title.includes('could not be opened')");
            hub.comeBack();
            tab.click(".launcher");
            tab.await("shown('textarea')");
        }
    }

    @Test
    void a_page_that_is_not_allowed_gets_nothing() {
        expectNetworkProblems();
        try (HostPage page = new HostPage(hub.page(), "")) {
            Tab tab = newVisitor().go(page.page());
            tab.await("document.readyState === 'complete'");
            assertTrue(tab.eval("!shown('textarea')").asBoolean());
        }
        hub.complaints().clear();
    }
}
