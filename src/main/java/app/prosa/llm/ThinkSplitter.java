package app.prosa.llm;

import app.prosa.conversation.ChatModel.ReplySink;

/**
 * Tells reasoning from answer where a model writes it into the answer's beginning, as {@code
 * <think>…</think>answer}. The tags may come in pieces.
 */
final class ThinkSplitter {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private enum Place {
        BEFORE,
        INSIDE,
        BEHIND,
        ANSWER
    }

    private final ReplySink sink;
    private final StringBuilder held = new StringBuilder();
    private Place place = Place.BEFORE;
    private boolean thought;

    ThinkSplitter(ReplySink sink) {
        this.sink = sink;
    }

    void add(String text) {
        if (place == Place.ANSWER) {
            answer(text);
            return;
        }
        held.append(text);
        if (place == Place.BEFORE) {
            enter();
        }
        if (place == Place.INSIDE) {
            think();
        }
        if (place == Place.BEHIND) {
            leave();
        }
    }

    /** No more text comes: what was held back because it could have been part of a tag, goes. */
    void end() {
        String rest = held.toString();
        held.setLength(0);
        switch (place) {
            case BEFORE -> answer(rest);
            case INSIDE -> reasoning(rest);
            case BEHIND, ANSWER -> {}
        }
    }

    private void enter() {
        String start = held.toString().stripLeading();
        if (start.startsWith(OPEN)) {
            hold(start.substring(OPEN.length()));
            place = Place.INSIDE;
        } else if (!OPEN.startsWith(start)) {
            release(held.toString());
        }
    }

    private void think() {
        int close = held.indexOf(CLOSE);
        if (close >= 0) {
            reasoning(held.substring(0, close));
            hold(held.substring(close + CLOSE.length()));
            place = Place.BEHIND;
            return;
        }
        int certain = held.length() - possibleTag();
        reasoning(held.substring(0, certain));
        held.delete(0, certain);
    }

    private void leave() {
        String start = held.toString().stripLeading();
        if (start.isEmpty()) {
            held.setLength(0);
        } else {
            release(start);
        }
    }

    private void release(String text) {
        held.setLength(0);
        place = Place.ANSWER;
        answer(text);
    }

    /** The length of the end of what is held that may be the beginning of the closing tag. */
    private int possibleTag() {
        int length = Math.min(CLOSE.length() - 1, held.length());
        while (!CLOSE.startsWith(held.substring(held.length() - length))) {
            length--;
        }
        return length;
    }

    private void hold(String text) {
        held.setLength(0);
        held.append(text);
    }

    private void answer(String text) {
        if (!text.isEmpty()) {
            sink.answer(text);
        }
    }

    private void reasoning(String text) {
        String more = thought ? text : text.stripLeading();
        if (!more.isEmpty()) {
            thought = true;
            sink.reasoning(more);
        }
    }
}
