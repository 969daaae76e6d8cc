package app.prosa.channel;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.delivery.Leases;
import app.prosa.settings.Secrets;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a platform's account. */
public interface Opener {
    Platform platform();

    /**
     * Calls the platform, to learn whether it lets us in and who we are there.
     *
     * @throws app.prosa.settings.SecretsException when a secret cannot be read
     */
    Opening open(Setting setting) throws InterruptedException;

    /**
     * As {@link #open}, but changes nothing at the platform, and nobody will use what is open.
     * Where opening changes nothing, that is the same.
     */
    default Opening check(Setting setting) throws InterruptedException {
        return open(setting);
    }

    /**
     * What there is to open it with.
     *
     * @param publicUrl how we are reached from outside, without a slash at its end; empty where
     *     nobody said
     * @param owner a name of this program that no other one has
     */
    record Setting(
            ChannelsSettings settings,
            Secrets secrets,
            Optional<String> publicUrl,
            Timers timers,
            Leases leases,
            String owner) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Setting[" + owner + "]";
        }
    }

    /** What came of it. */
    sealed interface Opening {}

    /**
     * It is open.
     *
     * @param webhooks what answers the platform, by path
     */
    record Open(Channel channel, Source source, Map<String, WebhookMaker> webhooks)
            implements Opening {
        public Open {
            webhooks = Map.copyOf(webhooks);
        }
    }

    /** Makes a webhook that puts what it gets into an intake. */
    interface WebhookMaker {
        Webhook into(Intake intake);
    }

    /** Something has to be set first. */
    record Incomplete(List<Missing> missing) implements Opening {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /** The platform does not let us in, or could not be asked. */
    record Shut(Refusal refusal) implements Opening {}
}
