package app.prosa.server.openai;

import app.prosa.conversation.ChatModel.ReplySink;
import app.prosa.conversation.ChatOutcome;
import app.prosa.server.http.Refusal;

/** How an answer reaches the client. */
interface Reply extends ReplySink {
    /** Whether anything of the answer has come. */
    boolean begun();

    /** The answer is whole. */
    void done(ChatOutcome outcome);

    /** There is no whole answer. */
    void failed(Refusal refusal);
}
