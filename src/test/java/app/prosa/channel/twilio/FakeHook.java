package app.prosa.channel.twilio;

import java.net.URI;

/**
 * Where a webhook is posted.
 *
 * @param url that was set at Twilio, and is signed
 * @param hub where that leads to on this computer
 */
public record FakeHook(String url, URI hub) {}
