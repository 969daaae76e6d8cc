package app.prosa.channel.meta;

import app.prosa.channel.Inbound;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the events of one body say. */
public final class Gathering {
    private final List<Inbound> inbound = new ArrayList<>();
    private int foreign;
    private int ignored;

    /**
     * What a body holds.
     *
     * @param object what its entries must be about, such as {@code page}
     * @return none when it is about something else, or is no JSON object
     */
    public static List<Fields> entries(byte[] body, String object) {
        return Json.read(body)
                .filter(fields -> fields.text("object").equals(object))
                .map(fields -> fields.objects("entry"))
                .orElse(List.of());
    }

    /**
     * @param said by one event; nothing when it says nothing to us
     */
    public void add(List<? extends Inbound> said) {
        inbound.addAll(said);
        if (said.isEmpty()) {
            ignored++;
        }
    }

    public void addForeign(int events) {
        foreign += events;
    }

    public void addIgnored(int events) {
        ignored += events;
    }

    public WebhookEvents all() {
        return new WebhookEvents(inbound, foreign, ignored);
    }
}
