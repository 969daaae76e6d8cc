package app.prosa;

import app.prosa.channel.simulator.Screen;
import app.prosa.conversation.Failure;
import app.prosa.conversation.delivery.Delivery;
import java.util.HashSet;
import java.util.Set;

/** The customer's telephone as lines on a terminal, and what the hub learns of it. */
final class CustomersScreen implements Screen {
    private static final int LONGEST_DRAFT = 64;

    private final Terminal terminal;
    private final Bell bell;

    /** What was said since the last message: typing is shown again every few seconds. */
    private final Set<String> marks = new HashSet<>();

    CustomersScreen(Terminal terminal, Bell bell) {
        this.terminal = terminal;
        this.bell = bell;
    }

    @Override
    public void shows(Shown shown) {
        switch (shown) {
            case Text text -> message("< ", text.text());
            case Draft draft -> mark(text("app.simulate.draft", end(draft.text())));
            case Typing _ -> mark(text("app.simulate.typing"));
            case Seen _ -> mark(text("app.simulate.seen"));
            case NotTaken not -> mark(text("app.simulate.not_taken", not.status()));
        }
        bell.ring();
    }

    /** What the customer wrote. */
    void said(String text) {
        message("> ", text);
    }

    /** The customer sees on the telephone what they typed. */
    synchronized void saidUnseen() {
        marks.clear();
    }

    void went(Delivery delivery) {
        switch (delivery.state()) {
            case PENDING, SENDING, UNKNOWN -> {}
            case SENT -> mark(text("app.simulate.sent"));
            case DELIVERED -> mark(text("app.simulate.delivered"));
            case READ -> mark(text("app.simulate.read"));
            case FAILED -> mark(text("app.simulate.failed"));
        }
    }

    void held() {
        mark(text("app.simulate.held"));
    }

    void failed(Failure failure) {
        mark(text("app.simulate.failure", failure.kind(), failure.detail()).strip());
    }

    void answered(int messages) {
        if (messages == 0) {
            mark(text("app.simulate.nothing"));
        }
    }

    private String text(String key, Object... arguments) {
        return arguments.length == 0
                ? terminal.texts().get(key)
                : terminal.texts().get(key, arguments);
    }

    private synchronized void message(String start, String text) {
        marks.clear();
        terminal.out().println(start + text.stripTrailing().replaceAll("\n(?!\n)", "\n  "));
    }

    private synchronized void mark(String what) {
        if (marks.add(what)) {
            terminal.out().println("  [" + what + "]");
        }
    }

    /** What was written last, on one line. */
    private static String end(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_DRAFT) {
            return line;
        }
        int from = line.length() - LONGEST_DRAFT;
        return "..."
                + line.substring(Character.isLowSurrogate(line.charAt(from)) ? from + 1 : from);
    }
}
