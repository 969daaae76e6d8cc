package app.prosa.llm;

import app.prosa.conversation.ChatModel.ReplySink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** What a sink was told. */
final class Collected implements ReplySink {
    final List<String> answers = new CopyOnWriteArrayList<>();
    final List<String> reasonings = new CopyOnWriteArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);

    @Override
    public void answer(String delta) {
        answers.add(delta);
        begun.countDown();
    }

    @Override
    public void reasoning(String delta) {
        reasonings.add(delta);
        begun.countDown();
    }

    String answer() {
        return String.join("", answers);
    }

    String reasoning() {
        return String.join("", reasonings);
    }
}
