package app.prosa;

import app.prosa.desktop.ChatPage;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Page;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Rehearsal;
import app.prosa.desktop.Services;
import app.prosa.desktop.chat.ChatView;
import app.prosa.desktop.conversations.ConversationListPage;
import app.prosa.desktop.firstrun.FirstRunPage;
import app.prosa.desktop.settings.SecretFileDoor;
import app.prosa.desktop.settings.SettingsPage;
import app.prosa.desktop.transcript.TranscriptRehearsal;
import app.prosa.settings.Texts;
import app.prosa.settings.secrets.SecretVault;

/** Which class draws which page. */
final class AppPages implements Pages {
    private final SecretVault secrets;

    AppPages(SecretVault secrets) {
        this.secrets = secrets;
    }

    @Override
    public ChatPage chat(PageContext context) {
        return new ChatView(context);
    }

    @Override
    public ListPage conversations(PageContext context, Services services) {
        return new ConversationListPage(context, services);
    }

    @Override
    public Page settings(PageContext context, Services services, Navigation.Section section) {
        return new SettingsPage(context, services, SecretFileDoor.of(secrets), section);
    }

    @Override
    public Page firstRun(PageContext context, Services services) {
        return new FirstRunPage(context, services);
    }

    @Override
    public Rehearsal rehearsal(Texts texts) {
        return new TranscriptRehearsal(texts, Thread.ofVirtual()::start);
    }
}
