package app.prosa;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.Senses;
import app.prosa.conversation.TurnPlan;
import app.prosa.llm.Models;
import java.util.function.Function;

/** What the models that answer can take in. */
record Faculties(Models models, Function<Conversation, TurnPlan> plans) implements Senses {
    @Override
    public boolean isBlind(Conversation conversation) {
        ModelRef model = plans.apply(conversation).model();
        return model != null && models.isBlind(model);
    }

    @Override
    public boolean hears() {
        return models.hears();
    }

    @Override
    public String writtenDown(Attachment spoken) throws ChatModelException, InterruptedException {
        return models.writtenDown(spoken);
    }
}
