package app.prosa.channel.simulator;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.meta.Values;
import app.prosa.settings.channels.Platform;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a platform once posted. */
public final class Recording {
    private final Account account;
    private final byte[] body;

    private Recording(Account account, byte[] body) {
        this.account = account;
        this.body = body;
    }

    /** That it was posted to, with other secrets than it had. */
    public Account account() {
        return account;
    }

    /** As it was posted; not copied. */
    public byte[] body() {
        return body;
    }

    /**
     * @return empty for what none of the platforms posts
     */
    public static Optional<Recording> of(byte[] body) {
        return Json.read(body).flatMap(Recording::addressee).map(a -> new Recording(a, body));
    }

    private static Optional<Account> addressee(Fields all) {
        if (all.number("update_id") != null) {
            return Optional.of(Account.of(Platform.TELEGRAM));
        }
        List<Fields> entries = all.objects("entry");
        return switch (all.text("object")) {
            case "whatsapp_business_account" ->
                    account(Platform.WHATSAPP, entries.stream().flatMap(Recording::numbers));
            case "instagram" -> account(Platform.INSTAGRAM, ids(entries));
            case "page" -> account(Platform.MESSENGER, ids(entries));
            default -> Optional.empty();
        };
    }

    private static Stream<String> numbers(Fields entry) {
        return entry.objects("changes").stream()
                .flatMap(change -> change.object("value").stream())
                .map(value -> Values.id(value, "metadata", "phone_number_id"));
    }

    private static Stream<String> ids(List<Fields> entries) {
        return entries.stream().map(entry -> Values.id(entry, "id"));
    }

    private static Optional<Account> account(Platform platform, Stream<String> ids) {
        return ids.filter(id -> id.matches("[0-9]{1,30}"))
                .findFirst()
                .map(id -> Account.of(platform, id));
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "Recording[" + account.platform() + ", " + body.length + " bytes]";
    }
}
