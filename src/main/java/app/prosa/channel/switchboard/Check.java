package app.prosa.channel.switchboard;

import app.prosa.channel.Opener;
import app.prosa.channel.Refusal;
import app.prosa.settings.SecretsException;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelState.Problem;
import app.prosa.settings.channels.Checked;
import java.util.List;

/** Asks a platform who we are there, without opening anything for long. */
final class Check {
    private Check() {}

    static Checked of(Opener opener, Opener.Setting setting) {
        try {
            return checked(opener.check(setting));
        } catch (SecretsException e) {
            return new Checked.Failed(Problem.TOKEN, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Checked.Failed(Problem.NETWORK, "");
        }
    }

    private static Checked checked(Opener.Opening opening) {
        return switch (opening) {
            case Opener.Open open -> {
                String name = open.channel().route().name();
                open.channel().close();
                yield new Checked.Ok(name);
            }
            case Opener.Incomplete(List<Missing> missing) ->
                    new Checked.Failed(
                            missing.contains(Missing.PUBLIC_URL)
                                    ? Problem.PUBLIC_URL
                                    : missing.contains(Missing.TOKEN)
                                            ? Problem.TOKEN
                                            : Problem.ACCOUNT,
                            "");
            case Opener.Shut(Refusal refusal) ->
                    new Checked.Failed(Problems.of(refusal), refusal.said());
        };
    }
}
